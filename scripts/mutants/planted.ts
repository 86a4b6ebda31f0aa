import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import type { Mutant } from './mutant'

const folder = 'tests/mutants'

const mutantSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  find: z.string(),
  replace: z.string(),
  tests: z.array(z.string()).min(1),
})

/** The known faults, one file a room. */
export function readPlanted(): Mutant[] {
  return readdirSync(folder).flatMap((file) => {
    const room = basename(file, '.json')
    const text = readFileSync(join(folder, file), 'utf8')
    const mutants = z.array(mutantSchema).parse(JSON.parse(text))
    return mutants.map((mutant) => ({ ...mutant, room }))
  })
}
