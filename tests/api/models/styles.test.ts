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
  const found = await (await fetch(`${playground.url}/api/styles`)).json()
  const { styles } = getStyles.answer.parse(found)
  expect(styles.map(({ id, name, imageUrl }) => [id, name, imageUrl])).toEqual([
    ['style-1', 'Ink', 'https://gen.krea.ai/ink.png'],
    ['style-2', null, null],
  ])
  await playground.stop()
  await krea.stop()
})
