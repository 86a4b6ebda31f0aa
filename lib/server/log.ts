import 'server-only'
import pino, { type Logger } from 'pino'
import { redactor } from '../krea/redact'
import { describeError } from './describe-error'
import { env } from './env'

let logger: Logger | undefined

/**
 * JSON lines on stdout. No prompts, no bodies, no queries; the token is blotted out. Give errors as
 * `{ error }`: all of them pass `describeError`, which leaves out what libraries quote.
 */
export function log(): Logger {
  logger ??= createLog()
  return logger
}

function createLog(): Logger {
  const { logLevel, token } = env()
  return pino({
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { error: describeError, err: describeError },
    hooks: { streamWrite: redactor(token) },
  })
}
