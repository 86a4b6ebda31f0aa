import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const floorFolder = '.bench/floor'

/**
 * Lays out an empty Next app that uses this project's packages: what nobody can be faster than. Its
 * routes answer a fixed job, and pass a job through from another server with nothing added.
 */
export function createFloorApp(): void {
  rmSync(floorFolder, { recursive: true, force: true })
  mkdirSync(floorFolder, { recursive: true })
  cpSync(join(import.meta.dirname, 'floor-app'), floorFolder, { recursive: true })
}
