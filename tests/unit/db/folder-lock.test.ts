import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lockFolder } from '@/lib/server/db/folder-lock'
import { newFolder } from '../../fixtures/server/data-folder'

test('a folder is locked for one process while that lives', async () => {
  const folder = newFolder()
  const other = spawn('sleep', ['60'])
  writeFileSync(join(folder, 'lock'), `${other.pid} ${hostname()}`)
  expect(lockFolder(folder)).toBeNull()
  other.kill('SIGKILL')
  await once(other, 'exit')
  const unlock = lockFolder(folder)
  expect(unlock).not.toBeNull()
  unlock?.()
  lockFolder(folder)?.()
})

test('another host’s lock counts while its heartbeat is fresh', () => {
  const folder = newFolder()
  const file = join(folder, 'lock')
  writeFileSync(file, '1 another-host')
  expect(lockFolder(folder)).toBeNull()
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  const unlock = lockFolder(folder)
  expect(unlock).not.toBeNull()
  unlock?.()
})

test('a folder that cannot be written is an error, not a lock', () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(() => lockFolder(join(file, 'below'))).toThrow()
})

const lockOf = (folder: string) => readFileSync(join(folder, 'lock'), 'utf8')
const beatMs = 20

test('a lock file that somebody removed is made again, without an error', async () => {
  const folder = newFolder()
  const unlock = lockFolder(folder, undefined, beatMs)
  const own = lockOf(folder)
  rmSync(join(folder, 'lock'))
  await expect.poll(() => existsSync(join(folder, 'lock')) && lockOf(folder)).toBe(own)
  rmSync(folder, { recursive: true })
  await expect.poll(() => existsSync(folder)).toBe(false)
  unlock?.()
})

test('a process whose lock was taken over hears of it, and leaves the other’s lock', async () => {
  const folder = newFolder()
  let lost = 0
  const unlock = lockFolder(folder, () => lost++, beatMs)
  writeFileSync(join(folder, 'lock'), '1 another-host')
  await expect.poll(() => lost).toBe(1)
  unlock?.()
  expect(lockOf(folder)).toBe('1 another-host')
})
