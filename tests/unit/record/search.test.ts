import { expect, test } from '@playwright/test'
import { layoutDays } from '@/components/gallery/grid/layout'
import { neighbour } from '@/components/gallery/grid/neighbour'
import {
  emptySelection,
  type PictureSelection,
  type SelectionAction,
  selectionReducer,
} from '@/components/gallery/grid/selection'
import { formatDay, groupByDay } from '@/lib/record/days'
import type { Entry } from '@/lib/record/entry'
import { emptyQuery, filterCount, type Query, search } from '@/lib/record/search'

const noon = new Date(2026, 10, 20, 12).getTime()
const day = 86_400_000

const entry = (id: string, rest: Partial<Entry> = {}): Entry => ({
  id,
  aspect: 1,
  createdAt: noon,
  model: 'image/bfl/flux-1-dev',
  favourite: false,
  boards: [],
  parents: [],
  kind: 'done',
  words: 'a fox in the snow flux.1 dev',
  ...rest,
})

const found = (entries: Entry[], query: Partial<Query>) =>
  search(entries, { ...emptyQuery, ...query }, noon).map(({ id }) => id)

test('the pictures of one experiment are found', () => {
  const entries = [
    entry('one', { experiment: 'x' }),
    entry('two'),
    entry('three', { experiment: 'y' }),
  ]
  expect(found(entries, { experiment: 'x' })).toEqual(['one'])
  expect(filterCount({ ...emptyQuery, experiment: 'x' })).toBe(1)
})

test('a search finds each of its words in any order, whatever their case', () => {
  const entries = [entry('fox'), entry('kite', { words: 'a red kite over the snow krea 2' })]
  expect(found(entries, { text: 'SNOW fox' })).toEqual(['fox'])
  expect(found(entries, { text: ' snow ' })).toEqual(['fox', 'kite'])
  expect(found(entries, { text: 'krea' })).toEqual(['kite'])
  expect(found(entries, { text: 'dog' })).toEqual([])
})

test('filters work together, and are counted', () => {
  const entries = [
    entry('a', { favourite: true, model: 'm', boards: ['b'] }),
    entry('b', { favourite: true, kind: 'failed' }),
    entry('c', { kind: 'saving' }),
    entry('d', { kind: 'submitting' }),
  ]
  expect(found(entries, { favourite: true })).toEqual(['a', 'b'])
  expect(found(entries, { favourite: true, status: 'failed' })).toEqual(['b'])
  expect(found(entries, { status: 'done' })).toEqual(['a', 'c'])
  expect(found(entries, { status: 'unfinished' })).toEqual(['d'])
  expect(found(entries, { model: 'm' })).toEqual(['a'])
  expect(found(entries, { board: 'b' })).toEqual(['a'])
  expect(filterCount({ ...emptyQuery, favourite: true, days: 7, text: 'x' })).toBe(2)
})

test('dates are days of the calendar, not spans of 24 hours', () => {
  const entries = [
    entry('now'),
    entry('this morning', { createdAt: noon - 11 * 3_600_000 }),
    entry('last night', { createdAt: noon - 13 * 3_600_000 }),
  ]
  expect(found(entries, { days: 1 })).toEqual(['now', 'this morning'])
  expect(found(entries, { days: 2 })).toEqual(['now', 'this morning', 'last night'])
})

test('oldest first turns the order round', () => {
  expect(found([entry('new'), entry('old')], { oldestFirst: true })).toEqual(['old', 'new'])
})

test('pictures are grouped by the days of this time zone, in either order', () => {
  const entries = [noon, noon - 3_600_000, noon - day].map((createdAt, at) =>
    entry(`${at}`, { createdAt }),
  )
  const sizes = (days: { entries: Entry[] }[]) => days.map((one) => one.entries.length)
  expect(sizes(groupByDay(entries))).toEqual([2, 1])
  expect(sizes(groupByDay(entries.toReversed()))).toEqual([1, 2])
})

test('a day is formatted in words', () => {
  const start = new Date(2026, 10, 20).getTime()
  expect(formatDay(start, noon)).toBe('Today')
  expect(formatDay(start, noon + day)).toBe('Yesterday')
  expect(formatDay(start, noon + 3 * day, 'en')).toBe('Friday, November 20')
  expect(formatDay(start, noon + 90 * day, 'en')).toBe('Friday, November 20, 2026')
})

const twoDays = layoutDays(
  groupByDay([
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => entry(id)),
    ...['g', 'h'].map((id) => entry(id, { createdAt: noon - day })),
  ]),
  1000,
)

test('days are laid out below each other, each with space for its heading', () => {
  const [first, second] = twoDays.sections
  expect(second?.top).toBeGreaterThan((first?.top ?? 0) + (first?.height ?? 0))
  expect(twoDays.height).toBe((second?.top ?? 0) + (second?.height ?? 0))
  expect(twoDays.boxes.map(({ id }) => id).join('')).toBe('abcdefgh')
})

test('arrows lead along rows, between rows and across days', () => {
  const from = (id: string, key: string) => neighbour(twoDays.boxes, id, key)?.id
  expect(from('a', 'ArrowRight')).toBe('b')
  expect(from('d', 'ArrowRight')).toBe('e')
  expect(from('f', 'ArrowRight')).toBe('g')
  expect(from('a', 'ArrowLeft')).toBeUndefined()
  expect(from('a', 'ArrowDown')).toBe('e')
  expect(from('d', 'ArrowDown')).toBe('f')
  expect(from('f', 'ArrowDown')).toBe('h')
  expect(from('g', 'ArrowUp')).toBe('e')
  expect(from('c', 'Home')).toBe('a')
  expect(from('c', 'End')).toBe('h')
  expect(from('c', 'x')).toBeUndefined()
})

const order = ['a', 'b', 'c', 'd', 'e']
const after = (...acts: SelectionAction[]): PictureSelection =>
  acts.reduce(selectionReducer, emptySelection)
const idsAfter = (...acts: SelectionAction[]) => [...after(...acts).ids].sort().join('')

test('Shift takes in everything from the last tile chosen, either way', () => {
  expect(idsAfter({ kind: 'toggle', id: 'b' }, { kind: 'extend', id: 'd', order })).toBe('bcd')
  expect(idsAfter({ kind: 'toggle', id: 'd' }, { kind: 'extend', id: 'b', order })).toBe('bcd')
  expect(idsAfter({ kind: 'extend', id: 'c', order })).toBe('c')
})

test('a stretch begins where it was asked for when its start is no longer shown', () => {
  expect(idsAfter({ kind: 'toggle', id: 'x' }, { kind: 'extend', id: 'b', order })).toBe('bx')
})

test('choosing ends when nothing is chosen any more', () => {
  expect(after({ kind: 'toggle', id: 'a' }).isSelecting).toBe(true)
  expect(after({ kind: 'toggle', id: 'a' }, { kind: 'toggle', id: 'a' }).isSelecting).toBe(false)
  expect(idsAfter({ kind: 'all', order })).toBe('abcde')
  expect(idsAfter({ kind: 'all', order }, { kind: 'clear' })).toBe('')
})

test('composed and decomposed text are found alike, with their accents or without', () => {
  const words = [
    'café noir',
    'cafe\u0301 noir',
    'CAFE\u0301 NOIR',
    'i̇stanbul',
    'ガラスの城',
    'カラスの城',
  ]
  const entries = words.map((text) => entry(text, { words: text }))
  const three = words.slice(0, 3)
  expect(found(entries, { text: 'café' })).toEqual(three)
  expect(found(entries, { text: 'cafe\u0301' })).toEqual(three)
  expect(found(entries, { text: 'cafe' })).toEqual(three)
  expect(found(entries, { text: 'İstanbul' })).toEqual(['i̇stanbul'])
  expect(found(entries, { text: 'istanbul' })).toEqual(['i̇stanbul'])
  expect(found(entries, { text: 'カ\u3099ラス' })).toEqual(['ガラスの城'])
})
