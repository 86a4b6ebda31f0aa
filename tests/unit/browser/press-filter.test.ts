import { expect, test } from '@playwright/test'
import { createPressFilter } from '../../../lib/browser/press-filter'

const pressed = (times: number[], intent = 'a fox') => {
  const isRepeated = createPressFilter()
  return times.filter((timeStamp) => !isRepeated({ timeStamp }, intent))
}

test('the second click of a double click, and a burst of clicks, are one press', () => {
  expect(pressed([1000, 1120])).toEqual([1000])
  expect(pressed([1000, 1300, 1600, 1900])).toEqual([1000])
})

test('deliberate presses half a second apart are one each', () => {
  expect(pressed([1000, 1500, 2000])).toEqual([1000, 1500, 2000])
})

test('a held key is one press, however long it is held', () => {
  const isRepeated = createPressFilter()
  expect(isRepeated({ timeStamp: 0, repeat: false }, 'a fox')).toBe(false)
  const held = Array.from({ length: 60 }, (_, at) => ({ timeStamp: 500 + at * 33, repeat: true }))
  expect(held.every((press) => isRepeated(press, 'a fox'))).toBe(true)
})

test('quick presses with another request in between are not the same', () => {
  const isRepeated = createPressFilter()
  expect(isRepeated({ timeStamp: 0 }, 'a fox')).toBe(false)
  expect(isRepeated({ timeStamp: 90 }, 'an owl')).toBe(false)
})

test('a press that came to nothing is no reason to ignore the next one', () => {
  const isRepeated = createPressFilter()
  expect(isRepeated({ timeStamp: 0 }, 'a fox')).toBe(false)
  isRepeated.forget()
  expect(isRepeated({ timeStamp: 90 }, 'a fox')).toBe(false)
})
