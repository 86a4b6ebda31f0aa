import { expect, test } from '@playwright/test'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, type FakeKrea, newJob, startKrea } from '../../fixtures/krea/krea-server'

let krea: FakeKrea
test.beforeEach(async () => {
  krea = await startKrea()
})
test.afterEach(() => krea.stop())

const style = {
  id: 'abcdefghi',
  title: 'Noir',
  urls: ['https://gen.krea.ai/1.png', 'https://gen.krea.ai/2.png'],
  public: true,
  cover_url: null,
  prompt: 'rain on a street',
  models: ['flux_dev'],
  owner: { id: '7d5c7a0e-1111-4111-8111-111111111111', name: 'Ada' },
  like_count: 12,
  created_at: '2026-10-09T00:00:00Z',
}

const stylesOf = (server: FakeKrea) => testClient(server.url).client.styles
const lines = () => krea.seen.map(({ method, path }) => `${method} ${path}`)

test('styles are asked for as documented, and read with cover, prompt, models, likes and owner', async () => {
  const page = { items: [style, { nonsense: 1 }, { ...style, cover_url: 'x' }], next_cursor: 'c2' }
  krea.fault(/^GET \/styles/, answer(200, page))
  const query = { cursor: 'c1', limit: 20, ids: ['a', 'b'], filter: 'krea', model: 'flux_dev' }
  const { styles, nextCursor } = await stylesOf(krea).list({ ...query, filter: 'krea' })
  expect(lines()).toEqual(['GET /styles?ids=a%2Cb&cursor=c1&limit=20&filter=krea&model=flux_dev'])
  expect(nextCursor).toBe('c2')
  expect(styles).toHaveLength(2)
  expect(styles[0]).toEqual({
    id: 'abcdefghi',
    title: 'Noir',
    imageUrl: 'https://gen.krea.ai/1.png',
    imageUrls: style.urls,
    isPublic: true,
    prompt: 'rain on a street',
    models: ['flux_dev'],
    likes: 12,
    owner: { id: style.owner.id, name: 'Ada' },
    createdAt: style.created_at,
  })
})

test('a training is sent once, and its job carries the style', async () => {
  const job = { ...newJob(), status: 'completed', result: { style_id: 'abcdefghi' } }
  krea.fault(/^POST \/styles\/train/, answer(200, job))
  const urls = ['https://gen.krea.ai/1.png']
  const training = { model: 'z-image', name: 'Mine', urls, maxTrainSteps: 500 }
  expect(await stylesOf(krea).train(training)).toMatchObject({ styleId: 'abcdefghi' })
  expect(JSON.parse(krea.seen[0]?.body ?? '')).toEqual({
    model: 'z-image',
    name: 'Mine',
    urls,
    max_train_steps: 500,
  })
})

test('a training whose answer is lost is not sent again', async () => {
  krea.fault(/^POST/, answer(500, {}), 9)
  const training = { model: 'qwen', name: 'Mine', urls: [] }
  await expect(stylesOf(krea).train(training)).rejects.toMatchObject({ code: 'submit_unknown' })
  expect(krea.count(/./)).toBe(1)
})

test('a style is renamed and shared, and a stranger’s is refused', async () => {
  krea.fault(/^PATCH/, answer(200, { ...style, title: 'New' }))
  expect((await stylesOf(krea).update('abc/def', { title: 'New' })).title).toBe('New')
  krea.fault(/link/, answer(200, { share_link: 'https://www.krea.ai/s/1', is_new: true }))
  expect(await stylesOf(krea).shareLink('abcdefghi')).toBe('https://www.krea.ai/s/1')
  krea.fault(/^POST .*workspace/, answer(403, { error: 'Not your style' }))
  await expect(stylesOf(krea).shareWithWorkspace('abcdefghi')).rejects.toMatchObject({
    code: 'forbidden',
    message: 'Not your style',
  })
  expect(lines()).toEqual([
    'PATCH /styles/abc%2Fdef',
    'GET /styles/abcdefghi/share/link',
    'POST /styles/abcdefghi/share/workspace',
  ])
})
