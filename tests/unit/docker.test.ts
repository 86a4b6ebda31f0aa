import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

/** The instructions of the image that is shipped, without those that only build. */
const shipped =
  readFileSync('Dockerfile', 'utf8')
    .split(/^FROM .*$/m)
    .at(-1) ?? ''

test('the build context of Docker passes the type check of its build', () => {
  const folder = test.info().outputPath('context')
  for (const name of given(readdirSync('.'))) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  expect(run(folder, 'next', 'typegen')).toMatchObject({ status: 0 })
  expect(run(folder, 'tsc', '--noEmit')).toEqual({ status: 0, stdout: '' })
})

test('no secret, no data and nothing that was built here goes into the image', () => {
  const here = ['.env', '.env.local', '.env.production', '.data', '.git', '.next', 'node_modules']
  expect(given([...here, 'package.json'])).toEqual(['package.json'])
})

test('the container runs as a user without rights, on a volume that this user owns', () => {
  const lines = shipped.split('\n').map((line) => line.trim())
  const at = (instruction: RegExp) => lines.findIndex((line) => instruction.test(line))
  expect(at(/^USER node$/)).toBeGreaterThan(at(/^COPY/))
  expect(at(/^USER node$/)).toBeLessThan(at(/^CMD \["node"/))
  expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node'])
  expect(at(/^RUN mkdir \.data && chown node:node \.data$/)).toBeGreaterThan(-1)
  expect(at(/^VOLUME \/app\/\.data$/)).toBeGreaterThan(-1)
})

test('the path that a build is given is known to the build and to the server that is shipped', () => {
  const stages = readFileSync('Dockerfile', 'utf8').split(/^FROM .*$/m)
  expect(stages).toHaveLength(3)
  for (const stage of stages.slice(1))
    expect(stage).toMatch(/^ARG BASE_PATH=$[\s\S]*^ENV .*\bBASE_PATH=\$BASE_PATH$/m)
  expect(stages[1]).toMatch(/^ENV .*\bBASE_PATH=[\s\S]*^RUN npm run build$/m)
})

test('Docker asks the playground itself whether it is well', () => {
  expect(shipped).toMatch(/^HEALTHCHECK .*--interval[\s\S]*\/api\/health/m)
})

/** Of names at the top, those that `.dockerignore` lets through; its lines name nothing deeper. */
function given(names: string[]): string[] {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean)
  const ignored = lines.map(
    (line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  )
  return names.filter((name) => !ignored.some((pattern) => pattern.test(name)))
}

function run(cwd: string, command: string, ...args: string[]) {
  const { status, stdout } = spawnSync(resolve('node_modules/.bin', command), args, {
    cwd,
    encoding: 'utf8',
  })
  return { status, stdout }
}
