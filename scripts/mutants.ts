import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'

/**
 * `npm run mutants`: plants the faults of `tests/mutants/*.json` one at a time in a copy of this tree, and says
 * which of them the tests do not notice. `-- --room billing` or `-- --only cancelled-is-charged` for less.
 */
const { values: options } = parseArgs({
  options: { room: { type: 'string' }, only: { type: 'string' } },
})

const folder = 'tests/mutants'

/** `find` stands once in `file`; `tests` are filters of Playwright that ought to notice. */
const mutantSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  find: z.string(),
  replace: z.string(),
  tests: z.array(z.string()).min(1),
})

type Mutant = z.infer<typeof mutantSchema> & { room: string }
type Verdict = 'caught' | 'survived' | 'does not apply'

const say = (line: string) => process.stdout.write(`${line}\n`)

function fail(line: string): void {
  say(line)
  process.exitCode = 1
}

function readMutants(): Mutant[] {
  const all = readdirSync(folder).flatMap((file) => {
    const room = basename(file, '.json')
    const mutants = z
      .array(mutantSchema)
      .parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return mutants.map((mutant) => ({ ...mutant, room }))
  })
  return all.filter(
    ({ room, id }) =>
      (options.room ?? room) === room && (options.only?.split(',').includes(id) ?? true),
  )
}

/** What git knows or would add. */
function listFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  return list.split('\n').filter((path) => path !== '' && existsSync(path))
}

/** Filters that match no file: such a run fails, and would look as if it had noticed the fault. */
function unmatchedTests(tests: string[], files: string[]): string[] {
  const testFiles = files.filter((path) => path.startsWith('tests/') && path.endsWith('.test.ts'))
  return tests.filter((filter) => !testFiles.some((path) => path.includes(filter)))
}

/** A copy of these files, with the installed packages. */
function copyTree(files: string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'playground-mutants-'))
  for (const path of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(path, join(copy, path), { force: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

function passes(copy: string, tests: string[]): boolean {
  const args = ['playwright', 'test', '--project=unit', '--project=api', '-x', '--retries=0']
  const env = { ...process.env, NODE_OPTIONS: '--conditions=react-server' }
  const { status } = spawnSync('npx', [...args, '--reporter=null', ...tests], {
    cwd: copy,
    env,
    shell: process.platform === 'win32',
  })
  return status === 0
}

function judge(copy: string, { file, find, replace, tests }: Mutant): Verdict {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) return 'does not apply'
  writeFileSync(
    path,
    original.replace(find, () => replace),
  )
  const verdict = passes(copy, tests) ? 'survived' : 'caught'
  writeFileSync(path, original)
  return verdict
}

function main() {
  const mutants = readMutants()
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))]
  const files = listFiles()
  const unmatched = unmatchedTests(tests, files)
  if (unmatched.length > 0) return fail(`No test file matches ${unmatched.join(', ')}`)
  const copy = copyTree(files)
  try {
    if (!passes(copy, tests)) return fail(`Without any fault these fail: ${tests.join(' ')}`)
    const verdicts = new Map<Mutant, Verdict>()
    for (const mutant of mutants) {
      const verdict = judge(copy, mutant)
      verdicts.set(mutant, verdict)
      say(`${verdict.padEnd(15)} ${mutant.room}: ${mutant.id} (${mutant.file})`)
    }
    report(verdicts)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
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

main()
