export const dynamic = 'force-dynamic'

const job = {
  id: '7d5c7a0e-1111-4111-8111-111111111111',
  status: 'queued',
  phase: 'pending',
  createdAt: '2026-10-09T00:00:00.000Z',
  completedAt: null,
  images: [],
  error: null,
}

export const GET = () => Response.json({ job })
