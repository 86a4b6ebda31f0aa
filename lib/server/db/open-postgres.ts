import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { OpenDatabase } from './database'

const connections = 10
const connectSeconds = 10
const idleSeconds = 60

/** Without prepared statements: a pooler between may share connections. */
export function openPostgres(url: string): OpenDatabase {
  const client = postgres(url, {
    max: connections,
    connect_timeout: connectSeconds,
    idle_timeout: idleSeconds,
    prepare: false,
    onnotice: () => undefined,
  })
  return {
    db: drizzle(client),
    storage: 'postgres',
    close: () => client.end({ timeout: 5 }),
  }
}
