import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** See https://v8.dev/blog/explicit-compile-hints; to other browsers it is a comment. */
const compileHint = '//# allFunctionsCalledOnLoad\n'

/**
 * After a build: Chromium compiles the functions of a script that begins with the hint while the script arrives,
 * beside the page. Without it the page stands still while they are compiled at their first call.
 */
export async function addCompileHints({ distDir }: { distDir: string }): Promise<void> {
  const folder = join(distDir, 'static', 'chunks')
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue
    const path = join(folder, name)
    const script = await readFile(path, 'utf8')
    if (!script.startsWith(compileHint)) await writeFile(path, compileHint + script)
  }
}
