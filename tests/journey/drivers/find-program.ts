import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The program that an environment variable names, else the first of these on the path. */
export function findProgram(variable: string, names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const named = process.env[variable]
  return [...(named ? [named] : []), ...onPath].find(isExecutable)
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
