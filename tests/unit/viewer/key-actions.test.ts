import { expect, test } from '@playwright/test'
import { gridActions } from '@/components/gallery/grid/grid-actions'
import { findKeyAction, type KeyAction, keyRows } from '@/components/ui/key-action'
import { compareActions } from '@/components/viewer/compare/compare-actions'

const arrows = { shown: '← →', description: 'Move' }
const actions: KeyAction<{ isZoomed: boolean; log: string[] }>[] = [
  {
    keys: { names: ['ArrowLeft'], ...arrows },
    isEnabled: ({ isZoomed }) => isZoomed,
    run: ({ log }) => log.push('pan'),
  },
  { keys: { names: ['ArrowLeft'], ...arrows }, run: ({ log }) => log.push('page') },
  {
    keys: { names: ['f'], shown: 'F', description: 'Favourite' },
    run: ({ log }) => log.push('favourite'),
  },
  { run: ({ log }) => log.push('button only') },
]

function press(key: string, isZoomed: boolean): string[] {
  const context = { isZoomed, log: [] }
  findKeyAction(actions, key, context)?.run(context)
  return context.log
}

test('a key runs the first enabled action that has it', () => {
  expect(press('ArrowLeft', true)).toEqual(['pan'])
  expect(press('ArrowLeft', false)).toEqual(['page'])
})

test('a letter works with and without Shift, and an unknown key does nothing', () => {
  expect(press('f', false)).toEqual(['favourite'])
  expect(press('F', false)).toEqual(['favourite'])
  expect(press('q', false)).toEqual([])
})

test('the list of keys has one row for actions that share one', () => {
  expect(keyRows(actions).map(({ shown }) => shown)).toEqual(['← →', 'F'])
})

for (const [place, table] of Object.entries({ gridActions, compareActions })) {
  test(`every key of ${place} has a row in the list of keys, shown once`, () => {
    const shown = keyRows(table).map((row) => row.shown)
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.length).toBeGreaterThan(3)
  })
}
