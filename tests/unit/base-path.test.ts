import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/** `placed` as a build under that path has it. */
function placed(basePath: string, paths: string[]): string[] {
  const script = `const { placed } = require('./lib/base-path.ts')
    console.log(JSON.stringify(${JSON.stringify(paths)}.map(placed)))`
  const env = { ...process.env, NODE_OPTIONS: '', BASE_PATH: basePath }
  const args = ['--require', 'tsx/cjs', '--eval', script]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }))
}

test('paths lie under the base path, and where they are without one', () => {
  const paths = ['/', '/unlock', '/?model=a', '/api/jobs']
  expect(placed('', paths)).toEqual(paths)
  expect(placed('/krea', paths)).toEqual([
    '/krea',
    '/krea/unlock',
    '/krea/?model=a',
    '/krea/api/jobs',
  ])
})

const fromTheRoot = [
  /(href|src)="\//,
  /\bfetch\(['"`]\//,
  /State\([^)]*['"`]\//,
  /\blocation\.(assign|replace)\(['"`]\//,
  /\.open\('\w+', ['"`]\//,
  /location\.origin\}?\/?['"`]?\//,
]

test('nothing in the page addresses the root of its host', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  expect(files.length).toBeGreaterThan(200)
  const found = files.filter((file) => {
    const text = readFileSync(file, 'utf8')
    return file !== 'lib/api/request.ts' && fromTheRoot.some((pattern) => pattern.test(text))
  })
  expect(found).toEqual([])
})
