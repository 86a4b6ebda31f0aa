import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const crossings = [
  ['components/playground/one.tsx', '@/lib/server/env'],
  ['components/playground/two.tsx', '../../lib/krea/client'],
  ['components/playground/three.tsx', '@/lib/catalog/openapi.json'],
  ['lib/client/one.ts', '@/lib/sandbox/sandbox'],
  ['lib/client/two.ts', 'zod'],
  ['lib/gallery/one.ts', '../server/env'],
  ['lib/gallery/two.ts', 'node:fs'],
  ['lib/catalog/one.ts', '@/lib/server/env'],
  ['lib/snippets/one.ts', '@/lib/client/api'],
  ['lib/jobs.ts', './client/api'],
  ['lib/krea/one.ts', '@/lib/sandbox/sandbox'],
  ['lib/sandbox/one.ts', '../krea/client'],
  ['lib/server/one.ts', '@/lib/client/api'],
  ['app/api/x/route.ts', '@/components/ui/button'],
] as const

const allowed = ['components/fine.tsx', '@/lib/jobs'] as const

test('lint stops every import through a wall between rooms, and no other', () => {
  const folder = test.info().outputPath('house')
  for (const [path, target] of [...crossings, allowed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `import { x } from '${target}'\n\nexport const y = x\n`)
  }
  copyFileSync('biome.json', join(folder, 'biome.json'))
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=100']
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  })
  const stopped = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'))
  const files = stopped.map((line) => /file=([^,]+)/.exec(line)?.[1] ?? '')
  expect(files.map((file) => relative(folder, resolve(folder, file))).sort()).toEqual(
    crossings.map(([path]) => path).sort(),
  )
})
