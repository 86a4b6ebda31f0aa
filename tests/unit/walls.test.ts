import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const crossings = [
  ['components/shell/one.tsx', '@/lib/server/env'],
  ['components/shell/two.tsx', '../../lib/krea/client'],
  ['components/shell/three.tsx', '@/lib/catalog/openapi.json'],
  ['components/shell/four.tsx', '@/lib/library/database'],
  ['components/shell/five.tsx', 'idb'],
  ['lib/api/one.ts', '@/lib/sandbox/sandbox'],
  ['lib/api/two.ts', 'zod'],
  ['lib/draft/one.ts', '../server/env'],
  ['lib/library/one.ts', '../server/env'],
  ['lib/library/two.ts', '@/components/ui/button'],
  ['lib/engine/one.ts', 'node:fs'],
  ['lib/engine/two.ts', '../../components/ui/button'],
  ['lib/transfer/one.ts', '../server/env'],
  ['lib/transfer/two.ts', '@/components/ui/button'],
  ['lib/browser/one.ts', '@/lib/krea/client'],
  ['lib/browser/two.ts', '../../components/ui/button'],
  ['lib/experiment/one.ts', '../engine/submit'],
  ['lib/experiment/two.ts', '@/lib/draft/draft-store'],
  ['lib/catalog/one.ts', '@/lib/server/env'],
  ['lib/snippets/one.ts', '@/lib/api/request'],
  ['lib/record/one.ts', '../library/records'],
  ['lib/contract/jobs.ts', '../api/request'],
  ['lib/krea/one.ts', '@/lib/sandbox/sandbox'],
  ['lib/sandbox/one.ts', '../krea/client'],
  ['lib/server/one.ts', '@/lib/api/request'],
  ['lib/server/http/one.ts', '../access/principal'],
  ['lib/server/http/two.ts', '@/lib/server/submissions/submissions'],
  ['lib/server/http/three.ts', '../services'],
  ['lib/server/db/one.ts', '../jobs/krea'],
  ['lib/server/db/two.ts', '@/lib/server/billing/budget'],
  ['lib/server/jobs/one.ts', '../services'],
  ['lib/server/styles/one.ts', '../services'],
  ['lib/server/access/one.ts', '@/lib/server/route'],
  ['lib/server/owner/one.ts', '@/components/ui/button'],
  ['app/api/x/route.ts', '@/components/ui/button'],
] as const

const allowed = [
  ['components/fine.tsx', '@/lib/contract/jobs'],
  ['lib/transfer/fine.ts', '@/lib/library/records'],
  ['lib/browser/fine.ts', '@/lib/contract/jobs'],
  ['lib/experiment/fine.ts', '../draft/bodies'],
  ['lib/server/http/fine.ts', '@/lib/contract/jobs'],
  ['lib/server/access/fine.ts', '../db/connection'],
] as const

/** The files in which our lint finds this, of a house that has only these. */
function filesWith(rule: string, sources: [path: string, target: string][]): string[] {
  const folder = test.info().outputPath('house')
  for (const [path, target] of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `import { x } from '${target}'\n\nexport const y = x\n`)
  }
  copyFileSync('biome.json', join(folder, 'biome.json'))
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=100']
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  })
  const stopped = stdout.split('\n').filter((line) => line.includes(rule))
  const files = stopped.map((line) => /file=([^,]+)/.exec(line)?.[1] ?? '')
  return files.map((file) => relative(folder, resolve(folder, file))).sort()
}

test('lint stops every import through a wall between rooms, and no other', () => {
  const sources = [...crossings, ...allowed].map(([path, target]): [string, string] => [
    path,
    target,
  ])
  expect(filesWith('noRestrictedImports', sources)).toEqual(crossings.map(([path]) => path).sort())
})

test('lint stops files that import each other, at once or by way of a third', () => {
  const sources: [string, string][] = [
    ['lib/draft/one.ts', './other'],
    ['lib/draft/other.ts', './one'],
    ['lib/record/first.ts', './second'],
    ['lib/record/second.ts', './third'],
    ['lib/record/third.ts', './first'],
    ['lib/record/fine.ts', './first'],
  ]
  expect(filesWith('noImportCycles', sources)).toEqual(sources.slice(0, 5).map(([path]) => path))
})

test('no error of ours is known by its class: pages and routes are two bundles, each with its own', () => {
  const files = ['lib', 'app', 'components'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
  )
  const sources = files
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const classes = sources.flatMap(({ text }) =>
    [...text.matchAll(/class (\w+) extends Error/g)].map(([, name]) => name),
  )
  expect(classes).toContain('ApiError')
  const asked = new RegExp(`instanceof (${classes.join('|')})\\b`)
  expect(sources.filter(({ text }) => asked.test(text)).map(({ path }) => path)).toEqual([])
})

test('no unit test leaves a global behind: other files run in the same process', () => {
  const leaving = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'walls.test.ts')
    .filter((path) => /\(globalThis, /.test(readFileSync(join('tests/unit', path), 'utf8')))
  expect(leaving).toEqual([])
})

test('a form that is sent before the page is alive puts nothing into the address', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
  const forms = files
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => readFileSync(join('components', path), 'utf8').match(/<form\b[^>]*/g) ?? [])
  expect(forms.length).toBeGreaterThan(9)
  expect(forms.filter((form) => !form.includes('method="dialog"'))).toEqual([])
})
