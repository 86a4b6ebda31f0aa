import { expect, test } from '@playwright/test'
import { guestCalls } from '@/components/reviews/guest/session/guest-calls'
import { withYou } from '@/components/reviews/guest/session/guest-view-changes'
import { createReviewSession } from '@/components/reviews/guest/session/review-session'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { defaultOptions } from '@/lib/contract/reviews/options'

const nobody: GuestView = {
  review: { title: 't', brief: '', question: '', options: defaultOptions, state: 'open' },
  pictures: [],
  you: null,
  comments: [],
  shown: { pictureId: null, revision: 0 },
}
const you = { name: 'Cleo', isDone: false, verdicts: {}, pairs: [] }

test('a read that began while a change was on its way does not undo the change', async () => {
  const answers: ((view: GuestView) => void)[] = []
  const session = createReviewSession('s', nobody, '"1"', {
    readView: async () => {
      const view = await new Promise<GuestView>((resolve) => answers.push(resolve))
      return { kind: 'view', view, etag: null }
    },
    getCalls: async (secret) => guestCalls(secret),
  })
  const names: (string | undefined)[] = []
  session.subscribe(({ view }) => names.push(view.you?.name))

  const naming = session.change(
    (view) => view,
    async () => (view) => withYou(view, you),
  )
  session.refresh()
  await naming
  answers[0]?.(nobody)
  await expect.poll(() => answers.length).toBe(2)
  expect(session.read().view.you?.name).toBe('Cleo')
  answers[1]?.({ ...nobody, you: { ...you, name: 'Cleo K.' } })
  await expect.poll(() => session.read().view.you?.name).toBe('Cleo K.')
  expect(names).toEqual([undefined, 'Cleo', 'Cleo K.'])
})
