import type { CellVerdict } from '@/lib/experiment/judge/verdicts'

/** `K` keeps, `X` rejects, `1` to `5` rate, `0` takes all of it back; undefined for any other key. */
export function verdictForKey(key: string): Partial<CellVerdict> | undefined {
  switch (key.toLowerCase()) {
    case 'k':
      return { kept: true }
    case 'x':
      return { kept: false }
    case '0':
      return { kept: null, rating: null }
    default:
      return /^[1-5]$/.test(key) ? { rating: Number(key) } : undefined
  }
}
