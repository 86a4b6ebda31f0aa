import { expect, test } from '@playwright/test'
import { conclusion } from '@/lib/experiment/judge/conclusion'
import { rank } from '@/lib/experiment/judge/ranking'

const values = [
  { label: 'Flux', dollarsPerPicture: 0.0075, dollarsPerKept: null },
  { label: 'Krea 2', dollarsPerPicture: 0.03, dollarsPerKept: 0.06 },
]
const won = (count: number, winner: string, loser: string) =>
  Array.from({ length: count }, () => ({ left: winner, right: loser, share: 1 }))

test('a few comparisons show no difference, and the price is told all the same', () => {
  expect(conclusion(rank(['0', '1'], won(1, '1', '0')), values)).toBe(
    'No difference shown yet between “Krea 2” and “Flux”; a picture of “Krea 2” costs 4.0 times one of “Flux”.',
  )
})

test('many comparisons name the strongest, and what it costs beside the other', () => {
  expect(conclusion(rank(['0', '1'], won(40, '0', '1')), values)).toBe(
    '“Flux” is the strongest so far; a picture of “Krea 2” costs 4.0 times one of “Flux”.',
  )
})

test('where both have kept pictures, the price of a kept one counts', () => {
  const kept = [0.03, 0.06].map((dollarsPerKept, at) => ({
    label: ['Flux', 'Krea 2'][at] ?? '',
    dollarsPerPicture: [0.0075, 0.03][at] ?? null,
    dollarsPerKept,
  }))
  expect(conclusion(rank(['0', '1'], won(40, '0', '1')), kept)).toBe(
    '“Flux” is the strongest so far; a kept picture of “Krea 2” costs 2.0 times one of “Flux”.',
  )
  const alike = kept.map((value) => ({ ...value, dollarsPerKept: 0.03 }))
  expect(conclusion(rank(['0', '1'], won(40, '0', '1')), alike)).toBe(
    '“Flux” is the strongest so far; a kept picture costs the same for both.',
  )
})

test('without a comparison, or without a price, nothing is made up', () => {
  expect(conclusion(rank(['0', '1'], []), values)).toBeNull()
  const unpriced = values.map(({ label }) => ({
    label,
    dollarsPerPicture: null,
    dollarsPerKept: null,
  }))
  expect(conclusion(rank(['0', '1'], won(1, '1', '0')), unpriced)).toBe(
    'No difference shown yet between “Krea 2” and “Flux”.',
  )
})
