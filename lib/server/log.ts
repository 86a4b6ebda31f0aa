import 'server-only'
import pino, { type DestinationStream, type Logger } from 'pino'
import { redactor } from '../krea/redact'
import { describeError } from './describe-error'
import { type Env, env } from './env'

let logger: Logger | undefined

/**
 * JSON lines on stdout. No prompts, no bodies, no queries; the token is blotted out. Give errors as
 * `{ error }`: all of them pass `describeError`, which leaves out what libraries quote.
 */
export function log(): Logger {
  logger ??= createLog(env())
  return logger
}

/** @param destination stdout if absent */
export function createLog(
  { logLevel, token }: Pick<Env, 'logLevel' | 'token'>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    serializers: { error: describeError, err: describeError },
    hooks: { streamWrite: redactor(token) },
  }
  return destination ? pino(options, destination) : pino(options)
}
