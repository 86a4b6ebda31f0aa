import { expect, test } from '@playwright/test'
import { getStyles } from '@/lib/contract/styles'
import { answer, startKrea } from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'

const named = { id: 'style-1', title: 'Ink', cover_url: 'https://gen.krea.ai/ink.png' }

test('a style without a name or a picture costs no other style', async () => {
  const krea = await startKrea()
  const playground = await startPlayground({ KREA_API_BASE_URL: krea.url })
  const items = [named, { id: 'style-2', title: null }, { id: 7 }, null]
  krea.fault(/^GET \/styles/, answer(200, { items, next_cursor: null }))
  const styles = await (await fetch(`${playground.url}/api/styles`)).json()
  expect(getStyles.answer.parse(styles)).toEqual({
    styles: [
      { id: 'style-1', name: 'Ink', imageUrl: 'https://gen.krea.ai/ink.png' },
      { id: 'style-2', name: null, imageUrl: null },
    ],
  })
  await playground.stop()
  await krea.stop()
})
