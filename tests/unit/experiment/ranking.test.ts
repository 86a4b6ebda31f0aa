import { expect, test } from '@playwright/test'
import { nextPair } from '@/lib/experiment/judge/next-pair'
import { type Comparison, isDifferent, rank } from '@/lib/experiment/judge/ranking'
import { pseudorandom } from '../draft/random-links'

/** Wins of row over column, American League East 1987. Source: Agresti, Categorical Data Analysis, table 10.10. */
const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore']
const wins = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
]

test('a published example is met to three digits', () => {
  const games = wins.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => ({
        left: teams[i] ?? '',
        right: teams[j] ?? '',
        share: 1,
      })),
    ),
  )
  const ranking = rank(teams, games, 0)
  const published = [1.581, 1.436, 1.294, 1.248, 1.108, 0.684]
  for (const [at, strength] of published.entries())
    expect(ranking.difference(teams[at] ?? '', 'Baltimore').value).toBeCloseTo(strength, 2.9)
  expect(ranking.difference('Milwaukee', 'Baltimore').error).toBeCloseTo(0.343, 3)
})

const truth = { a: 1, b: 0.4, c: -0.2, d: -1.2 }
const ids = Object.keys(truth)

/** Votes of people who judge by the true strengths. */
function vote(
  strengths: Record<string, number>,
  count: number,
  random: () => number,
): Comparison[] {
  const names = Object.keys(strengths)
  return Array.from({ length: count }, (_, at) => {
    const left = names[at % names.length] ?? ''
    const right = names[(at + 1 + Math.floor(at / names.length)) % names.length] ?? ''
    const chance = 1 / (1 + Math.exp((strengths[right] ?? 0) - (strengths[left] ?? 0)))
    return { left, right, share: random() < chance ? 1 : 0 }
  })
}

test('the order of known strengths is recovered', () => {
  const ranking = rank(ids, vote(truth, 2_000, pseudorandom(3)))
  expect(ranking.items.map(({ id }) => id)).toEqual(ids)
})

test('intervals cover the truth in about 95 of 100 runs', () => {
  const random = pseudorandom(4)
  let covered = 0
  for (let run = 0; run < 400; run++) {
    const { items } = rank(ids, vote(truth, 200, random))
    for (const { id, low, high } of items) {
      const strength = Object.entries(truth).find(([name]) => name === id)?.[1] ?? 0
      if (low <= strength && strength <= high) covered++
    }
  }
  expect(covered / 1_600).toBeGreaterThan(0.92)
  expect(covered / 1_600).toBeLessThan(0.98)
})

test('items that are equal are shown to differ in about 5 of 100 runs, and no oftener', () => {
  const random = pseudorandom(5)
  let different = 0
  for (let run = 0; run < 400; run++) {
    const ranking = rank(['x', 'y'], vote({ x: 0, y: 0 }, 60, random))
    if (isDifferent(ranking, 'x', 'y')) different++
  }
  expect(different / 400).toBeLessThan(0.08)
})

test('an item that never lost has a finite strength, and one never compared is in the middle', () => {
  const ranking = rank(['a', 'b', 'c'], [{ left: 'a', right: 'b', share: 1 }])
  expect(ranking.items.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(ranking.items.every(({ strength }) => Number.isFinite(strength))).toBe(true)
  expect(isDifferent(ranking, 'a', 'b')).toBe(false)
})

test('no pair comes twice before all have been shown', () => {
  const random = pseudorandom(6)
  const candidates = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, group: '' }))
  const shown: { left: string; right: string }[] = []
  for (let at = 0; at < 20; at++) {
    const pair = nextPair(
      candidates,
      shown,
      rank(
        candidates.map(({ key }) => key),
        [],
      ),
      random,
    )
    if (pair) shown.push(pair)
  }
  const names = shown.map(({ left, right }) => [left, right].sort().join())
  expect(new Set(names.slice(0, 10)).size).toBe(10)
  expect(new Set(names.slice(10)).size).toBe(10)
})

test('sides go by chance, and pictures of one group are compared first', () => {
  const random = pseudorandom(7)
  const candidates = [
    { key: 'a1', group: '1' },
    { key: 'a2', group: '2' },
    { key: 'b1', group: '1' },
  ]
  const ranking = rank(['a1', 'a2', 'b1'], [])
  const lefts = Array.from({ length: 40 }, () => nextPair(candidates, [], ranking, random)?.left)
  expect(new Set(lefts)).toEqual(new Set(['a1', 'b1']))
})

test('pictures of different values are compared before pictures of the same', () => {
  const random = pseudorandom(10)
  const candidates = Array.from({ length: 10 }, (_, at) => ({
    key: `${at}`,
    group: `${at % 5}`,
    values: at < 5 ? 'Flux' : 'Krea 2',
  }))
  const modelOf = new Map(candidates.map(({ key, values }) => [key, values]))
  const ids = candidates.map(({ key }) => key)
  const shown: { left: string; right: string; share: number }[] = []
  for (let at = 0; at < 25; at++) {
    const pair = nextPair(candidates, shown, rank(ids, shown), random)
    if (pair) shown.push({ ...pair, share: 1 })
  }
  const different = shown.filter(({ left, right }) => modelOf.get(left) !== modelOf.get(right))
  expect(different).toHaveLength(25)
})

test('the pictures that were compared least come next', () => {
  const ids = ['a', 'b', 'c']
  const shown = [{ left: 'a', right: 'b' }]
  const ranking = rank(ids, [{ left: 'a', right: 'b', share: 0.5 }])
  const candidates = ids.map((key) => ({ key, group: '' }))
  const pair = nextPair(candidates, shown, ranking, pseudorandom(8))
  expect([pair?.left, pair?.right]).toContain('c')
})

test('of fewer than two pictures there is no pair', () => {
  const ranking = rank(['a'], [])
  expect(nextPair([{ key: 'a', group: '' }], [], ranking, pseudorandom(9))).toBeNull()
})
