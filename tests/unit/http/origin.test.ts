import { expect, test } from '@playwright/test'
import { requireSameOrigin } from '@/lib/server/http/origin'

const seen = 'http://192.168.1.5:3333'

function changeFrom(headers: Record<string, string>, publicUrl: string | null = null) {
  const request = new Request('http://localhost:3000/api/jobs', { method: 'POST', headers })
  return () => requireSameOrigin(request, publicUrl)
}

test('behind a proxy that drops the port, a change from the address in PUBLIC_URL is ours', () => {
  const headers = { Host: '192.168.1.5', Origin: seen }
  expect(changeFrom(headers, `${seen}/play`)).not.toThrow()
  expect(changeFrom(headers)).toThrow('let the proxy pass on the header Host')
  expect(changeFrom(headers, 'http://192.168.1.5:4444')).toThrow('set PUBLIC_URL')
})

test('PUBLIC_URL opens nothing to a page of another site', () => {
  for (const site of ['cross-site', 'same-site'])
    expect(changeFrom({ Origin: seen, 'Sec-Fetch-Site': site }, seen)).toThrow('Another site')
  expect(changeFrom({ Origin: 'null' }, seen)).toThrow('Another site')
})
