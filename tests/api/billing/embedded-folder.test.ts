import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createLedger } from '@/lib/server/db/connection'
import { migrate } from '@/lib/server/db/migrate'
import { type EmbeddedOptions, openEmbedded } from '@/lib/server/db/open-embedded'
import { openLedger } from '@/lib/server/db/warm-up'
import { readEnv } from '@/lib/server/env'
import { newDataFolder, newFolder } from '../../fixtures/server/data-folder'

const open = async (options: EmbeddedOptions) => {
  const opened = await openEmbedded(options)
  await migrate(opened.db)
  return opened
}

const ledgerOn = (folder: string, more: Record<string, string> = {}) =>
  createLedger(
    readEnv({ DATA_DIR: folder, BUDGET_USD_PER_DAY: '1', ...more }),
    () => performance.now(),
    open,
  )

const later = { code: 'unavailable', charged: 'no' }

test('a damaged ledger is refused, with what to do, and copied once', async () => {
  const folder = await newDataFolder()
  writeFileSync(join(folder, 'ledger', 'global', 'pg_control'), 'no control file')
  for (const ledger of [ledgerOn(folder), ledgerOn(folder)]) {
    await expect(ledger.database()).rejects.toMatchObject(later)
    const { storage, problem } = await ledger.status()
    expect(storage).toBe('closed')
    expect(problem).toContain('is damaged, or the disk is full')
    expect(problem).toContain('A copy is in')
  }
  const copies = readdirSync(folder).filter((name) => name.startsWith('ledger-damaged-'))
  expect(copies).toHaveLength(1)
  expect(existsSync(join(folder, copies[0] ?? '', 'global', 'pg_control'))).toBe(true)
  expect(existsSync(join(folder, 'lock')), 'for who mends it').toBe(false)
})

test('a folder that another process holds is waited for a bounded time, and taken up when it is free', async () => {
  const folder = await newDataFolder({ hasTables: false })
  writeFileSync(join(folder, 'lock'), '1 another-host')
  const ledger = ledgerOn(folder)
  const waits: number[] = []
  await openLedger(ledger, { isVercel: false, databaseUrl: null }, async (ms) => {
    waits.push(ms)
  })
  expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThan(10_000)
  await expect(ledger.database()).rejects.toMatchObject(later)
  expect(await ledger.status()).toMatchObject({ storage: 'closed' })
  rmSync(join(folder, 'lock'))
  await expect.poll(async () => (await ledger.status()).storage).toBe('files')
})

test('where nothing can be written, a budget is not counted in memory; without one, memory does', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const nowhere = join(file, 'below')
  await expect(ledgerOn(nowhere).database()).rejects.toMatchObject(later)
  const forgetful = ledgerOn(nowhere, { BUDGET_USD_PER_DAY: '', KREA_API_TOKEN: 'a-token' })
  await forgetful.database()
  expect(await forgetful.status()).toMatchObject({ storage: 'memory' })
})
