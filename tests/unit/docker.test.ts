import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

test('what Docker is given passes the check of types that its build makes', () => {
  const folder = test.info().outputPath('context')
  for (const name of given()) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  expect(run(folder, 'next', 'typegen')).toMatchObject({ status: 0 })
  expect(run(folder, 'tsc', '--noEmit')).toEqual({ status: 0, stdout: '' })
})

/** What lies at the top and is let through by `.dockerignore`, whose lines name nothing deeper. */
function given(): string[] {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean)
  const ignored = lines.map(
    (line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  )
  return readdirSync('.').filter((name) => !ignored.some((pattern) => pattern.test(name)))
}

function run(cwd: string, command: string, ...args: string[]) {
  const { status, stdout } = spawnSync(resolve('node_modules/.bin', command), args, {
    cwd,
    encoding: 'utf8',
  })
  return { status, stdout }
}
