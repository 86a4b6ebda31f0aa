import 'server-only'

/** Small files by flat names: uploads, input pictures, trained styles, and the log of all jobs. */
export type Store = {
  read(name: string): Promise<Buffer | null>
  write(name: string, bytes: Buffer): Promise<void>
  /** Writes unless the file exists, and returns its bytes: of processes that write at once one wins. */
  writeOnce(name: string, bytes: Buffer): Promise<Buffer>
  append(name: string, line: string): Promise<void>
  /** The bytes of a file from `offset` on; none where there is no such file. */
  readFrom(name: string, offset: number): Promise<Buffer>
  remove(name: string): Promise<void>
  /** Names that begin with `prefix`. */
  list(prefix: string): Promise<string[]>
}

export type StoreLimits = { files: number; bytes: number }

/** Files that stay when others have to go: they are few and small. */
export const isPermanent = (name: string): boolean => /^(secret$|jobs-|style-)/.test(name)
