import { parseArgs } from 'node:util'
import { createCopy, listFiles, type Verdict } from './mutants/copy'
import { sampleGenerated } from './mutants/generated'
import type { Mutant } from './mutants/mutant'
import { readPlanted } from './mutants/planted'

/**
 * `npm run mutants`: plants the faults of `tests/mutants/*.json` one at a time in a copy of this tree, and says
 * which of them the tests do not notice. `-- --room billing` or `-- --only cancelled-is-charged` for less;
 * `-- --generated 20 --seed 1` for twenty generated ones of each pure room instead.
 */
const { values: options } = parseArgs({
  options: {
    room: { type: 'string' },
    only: { type: 'string' },
    generated: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})

const say = (line: string) => process.stdout.write(`${line}\n`)

function fail(line: string): void {
  say(line)
  process.exitCode = 1
}

/** Filters that match no file: such a run fails, and would look as if it had noticed the fault. */
function unmatchedTests(tests: string[], files: string[]): string[] {
  const testFiles = files.filter((path) => path.startsWith('tests/') && path.endsWith('.test.ts'))
  return tests.filter((filter) => !testFiles.some((path) => path.includes(filter)))
}

async function main() {
  const files = listFiles()
  const all = options.generated
    ? sampleGenerated(files, Number(options.generated), Number(options.seed))
    : readPlanted()
  const mutants = all.filter(
    ({ room, id }) =>
      (options.room ?? room) === room && (options.only?.split(',').includes(id) ?? true),
  )
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))]
  const unmatched = unmatchedTests(tests, files)
  if (unmatched.length > 0) return fail(`No test file matches ${unmatched.join(', ')}`)
  const copy = createCopy(files)
  if (!(await copy.passes(tests))) return fail(`Without any fault these fail: ${tests.join(' ')}`)
  const verdicts = new Map<Mutant, Verdict>()
  for (const mutant of mutants) {
    const verdict = await copy.judge(mutant)
    verdicts.set(mutant, verdict)
    say(`${verdict.padEnd(15)} ${mutant.room}: ${mutant.id} (${mutant.file})`)
  }
  report(verdicts)
}

function report(verdicts: Map<Mutant, Verdict>) {
  const rooms = [...new Set([...verdicts.keys()].map(({ room }) => room))]
  const count = (verdict: Verdict, room?: string) =>
    [...verdicts].filter(
      ([mutant, found]) => found === verdict && (room ?? mutant.room) === mutant.room,
    ).length
  const line = (name: string, room?: string) => {
    const [caught, survived] = [count('caught', room), count('survived', room)]
    const share = Math.round((100 * caught) / Math.max(1, caught + survived))
    return `${name.padEnd(14)} ${caught} of ${caught + survived} caught, ${share} %`
  }
  say('')
  for (const room of rooms) say(line(room, room))
  say(line('all'))
  const stale = count('does not apply')
  if (stale > 0) say(`${stale} do not apply any more: their code has changed.`)
  if (stale + count('survived') > 0) process.exitCode = 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

void main()
