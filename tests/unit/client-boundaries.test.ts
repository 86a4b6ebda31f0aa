import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'

const files = execFileSync('git', [
  'ls-files',
  '-co',
  '--exclude-standard',
  'app',
  'components',
  'lib',
])
  .toString()
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && existsSync(path))

const isClient = (path: string) => readFileSync(path, 'utf8').startsWith("'use client'")
const isServerRoot = (path: string) => /^app\/(.*\/)?(page|layout|not-found)\.tsx$/.test(path)

test("'use client' stands only where a server component imports a client component", () => {
  // Next requires it of an error page.
  const boundaries = new Set(['app/error.tsx', ...reachableFrom(files.filter(isServerRoot))])
  expect(files.filter(isClient).sort()).toEqual([...boundaries].filter(isClient).sort())
})

/** Files that server components import, up to the first client component on each way. */
function reachableFrom(roots: string[]): Set<string> {
  const reached = new Set(roots)
  for (const path of reached) {
    if (!isClient(path)) for (const target of importsOf(path)) reached.add(target)
  }
  return reached
}

function importsOf(path: string): string[] {
  const matches = readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(@\/|\.)([^']+)'/g)
  return [...matches].flatMap(([, start, rest]) => {
    const target = start === '@/' ? `${rest}` : join(dirname(path), `.${rest}`)
    return ['.ts', '.tsx'].map((ending) => target + ending).filter((file) => existsSync(file))
  })
}
