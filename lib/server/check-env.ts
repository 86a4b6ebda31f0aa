import 'server-only'
import { env } from './env'

/** Ends the process with one line when the environment is not right. */
export function checkEnv(): void {
  try {
    env()
  } catch (error) {
    process.stderr.write(`krea-playground: ${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}
