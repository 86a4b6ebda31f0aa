import { readFileSync } from 'node:fs'
import { equivalents } from './equivalents'
import type { Mutant } from './mutant'
import { changesOf } from './operators'

/** The rooms whose faults are generated, and the tests that ought to notice. */
const rooms: Record<string, { folder: string; tests: string[] }> = {
  catalog: { folder: 'lib/catalog/', tests: ['unit/catalog/', 'unit/draft/'] },
  record: { folder: 'lib/record/', tests: ['unit/record/', 'unit/engine/', 'unit/transfer/'] },
  draft: { folder: 'lib/draft/', tests: ['unit/draft/'] },
  experiment: { folder: 'lib/experiment/', tests: ['unit/experiment/'] },
  contract: {
    folder: 'lib/contract/',
    tests: ['unit/contract/', 'unit/http/', 'unit/api/', 'unit/krea/', 'unit/server/'],
  },
  billing: {
    folder: 'lib/server/billing/',
    tests: ['unit/billing/', 'unit/money', 'unit/submissions/', 'api/billing/budget'],
  },
}

/** @returns numbers from 0 up to 1, the same for the same seed */
function pseudorandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function generate(room: string, files: string[]): Mutant[] {
  const { folder, tests } = rooms[room] ?? { folder: 'none', tests: [] }
  const own = files.filter((file) => file.startsWith(folder) && file.endsWith('.ts'))
  return own.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return changesOf(file, text).map(({ start, end, replace }) => {
      const find = text.slice(start, end)
      const line = text.slice(0, start).split('\n').length
      const id = `line ${line}: ${shown(find)} -> ${shown(replace)}`
      return { room, id, file, find, replace, at: start, tests }
    })
  })
}

const shown = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}

/** So many generated faults of each room; the same ones for the same seed and code. */
export function sampleGenerated(files: string[], count: number, seed: number): Mutant[] {
  return Object.keys(rooms).flatMap((room) => {
    const random = pseudorandom(seed)
    return generate(room, files)
      .filter((mutant) => !equivalents.some((known) => isSame(known, mutant)))
      .map((mutant) => ({ mutant, order: random() }))
      .sort((one, other) => one.order - other.order)
      .slice(0, count)
      .map(({ mutant }) => mutant)
  })
}

const isSame = (known: { file: string; find: string; replace: string }, mutant: Mutant) =>
  known.file === mutant.file && known.find === mutant.find && known.replace === mutant.replace
