import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database, OpenDatabase } from './database'

const maxConnections = 10
const connectSeconds = 10
const idleSeconds = 60

/** Without prepared statements: a pooler between may share connections. */
export function openPostgres(url: string, max = maxConnections): OpenDatabase {
  let pool: Pool | null = null

  /** postgres 3.4.9 may wait for ever on a connection that was reset: after an end nothing new is sent through its pool. */
  function current(): Pool {
    pool ??= openPool(url, max, (ended) => {
      if (pool !== ended) return
      pool = null
      // Whoever has it already may finish.
      setTimeout(() => ended.close(5).catch(() => undefined), idleSeconds * 1_000).unref()
    })
    return pool
  }

  return {
    get db() {
      return current().db
    },
    storage: 'postgres',
    close: async () => pool?.close(5),
  }
}

type Pool = { db: Database; close: (seconds: number) => Promise<void> }

function openPool(url: string, max: number, onEnded: (pool: Pool) => void): Pool {
  const client = postgres(url, {
    max,
    connect_timeout: connectSeconds,
    idle_timeout: idleSeconds,
    prepare: false,
    onnotice: () => undefined,
    onclose: () => onEnded(pool),
  })
  const pool: Pool = {
    db: drizzle(client),
    close: (timeout) => client.end({ timeout }),
  }
  return pool
}
