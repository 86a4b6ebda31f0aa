import { expect, test } from '@playwright/test'
import type { SubmissionSummary } from '@/lib/contract/owner-report'
import { csvOf } from '@/lib/server/billing/csv'
import { streamOf } from '@/lib/server/http/stream'

const row = (of: Partial<SubmissionSummary>): SubmissionSummary => ({
  key: 'k',
  at: '2026-11-21T12:00:00.000Z',
  model: 'image/bfl/flux-1-dev',
  who: 'Visitor 1',
  prompt: 'a lighthouse',
  micros: 7_000,
  exact: true,
  state: 'succeeded',
  charged: 'yes',
  jobId: null,
  ...of,
})

async function toCsv(rows: SubmissionSummary[]): Promise<string> {
  async function* pages() {
    yield* rows.map((one) => [one])
  }
  return new Response(streamOf(csvOf(pages()))).text()
}

test('each row is a line, with a line of names above', async () => {
  expect(await toCsv([row({})])).toBe(
    'time,who,model,prompt,dollars,price,state,charged,job,key\r\n' +
      '2026-11-21T12:00:00.000Z,Visitor 1,image/bfl/flux-1-dev,a lighthouse,0.007,published,succeeded,yes,,k\r\n',
  )
})

test('commas, quotes and line breaks stay within their cell', async () => {
  expect(await toCsv([row({ prompt: 'a "red", round\nsun' })])).toContain('"a ""red"", round\nsun"')
})

for (const prompt of ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =cmd()', '＝1+1'])
  test(`a prompt that a spreadsheet would run is a text: ${JSON.stringify(prompt)}`, async () => {
    expect(await toCsv([row({ prompt })])).toContain(`"'${prompt}"`)
  })
