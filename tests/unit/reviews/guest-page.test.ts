import { expect, test } from '@playwright/test'
import { flatRanking } from '@/components/reviews/guest/open/flat-ranking'
import { placeText } from '@/components/reviews/guest/open/place-text'
import { pictureName, sourcesOf, widthWithin } from '@/components/reviews/guest/picture-address'
import {
  countPicks,
  verdictOf,
  withPair,
  withVerdict,
} from '@/components/reviews/guest/session/guest-view-changes'
import { parseShown } from '@/components/reviews/parse-shown'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { defaultOptions } from '@/lib/contract/reviews/options'
import { nextPair } from '@/lib/experiment/judge/next-pair'

const view: GuestView = {
  review: { title: 't', brief: '', question: '', options: defaultOptions, state: 'open' },
  pictures: [],
  you: { name: 'Anna', isDone: false, verdicts: {}, pairs: [] },
  comments: [],
  shown: { pictureId: null, revision: 0 },
}

test('a verdict shows before the server has answered, and others stay as they are', () => {
  const once = withVerdict(view, 'a', { pick: true, rating: null })
  const twice = withVerdict(once, 'b', { pick: false, rating: 3 })
  expect(countPicks(twice)).toBe(1)
  expect(verdictOf(twice, 'a')).toEqual({ pick: true, rating: null })
  expect(verdictOf(view, 'a')).toEqual({ pick: false, rating: null })
})

test('of a pair, the later judgement counts, whichever side was left', () => {
  const once = withPair(view, { left: 'a', right: 'b', choice: 'left' })
  const twice = withPair(once, { left: 'b', right: 'a', choice: 'left' })
  expect(twice.you?.pairs).toEqual([{ left: 'b', right: 'a', choice: 'left' }])
})

test('without a name there is nothing to change', () => {
  const nobody = { ...view, you: null }
  expect(withVerdict(nobody, 'a', { pick: true, rating: null })).toBe(nobody)
})

test('every pair is shown once before any comes again', () => {
  const ids = ['a', 'b', 'c', 'd']
  const shown: { left: string; right: string }[] = []
  for (let round = 0; round < 6; round++) {
    const candidates = ids.map((key) => ({ key, group: '' }))
    const pair = nextPair(candidates, shown, flatRanking(ids, shown), () => 0)
    if (pair) shown.push(pair)
  }
  expect(new Set(shown.map(({ left, right }) => [left, right].sort().join())).size).toBe(6)
})

test('a pin’s place is said in words, and a picture is called by its label or its place', () => {
  expect(placeText({ x: 0.5, y: 0.5 })).toBe('in the middle')
  expect(placeText({ x: 0.1, y: 0.9 })).toBe('bottom left')
  expect(pictureName({}, 2)).toBe('Picture 3')
  expect(pictureName({ label: 'steps 20' }, 2)).toBe('steps 20')
})

test('the width of a small version follows the longer side, and is never made larger', () => {
  expect(widthWithin({ width: 2_000, height: 4_000 }, 480)).toBe(240)
  expect(widthWithin({ width: 300, height: 200 }, 480)).toBe(300)
})

test('only data of the shape that is promised is taken for what is shown', () => {
  expect(parseShown('{"pictureId":"a","revision":2}')).toEqual({ pictureId: 'a', revision: 2 })
  expect(parseShown('{"pictureId":null,"revision":3}')).toEqual({ pictureId: null, revision: 3 })
  const others = ['', 'null', '[]', '{"pictureId":1,"revision":2}', '{"pictureId":"a"}']
  expect(others.map(parseShown)).toEqual(others.map(() => null))
})

test('a browser chooses among the sizes of a picture by the width that each has', () => {
  const widths = (width: number, height: number) =>
    sourcesOf('secret', { id: 'a', width, height }).match(/size=\w+ \d+w/g)
  expect(widths(3_000, 1_500)).toEqual(['size=small 360w', 'size=thumb 480w', 'size=page 2048w'])
  expect(widths(512, 1_024)).toEqual(['size=small 180w', 'size=thumb 240w', 'size=page 512w'])
})
