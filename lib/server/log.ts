import 'server-only'
import pino from 'pino'
import { redactor } from '../krea/redact'
import { env } from './env'
import { shared } from './shared'

/** The one logger: JSON lines on stdout. No prompts, no bodies, no queries; the token is blotted out. */
export const log = shared('log', () => {
  const { logLevel, token } = env()
  const redact = redactor(token)
  return pino({
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    hooks: { streamWrite: redact },
  })
})
