import { execFileSync } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { expect, test } from '@playwright/test'

const maxFilesPerFolder = 20

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /^(app|components|lib|tests)\//.test(path))

test('a folder fits in one look', () => {
  const counts = new Map<string, number>()
  for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  const tooFull = [...counts].filter(([, count]) => count > maxFilesPerFolder)
  expect(tooFull).toEqual([])
})

test('file names are in kebab case', () => {
  const other = files.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)))
  expect(other).toEqual([])
})
