import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/**
 * `npm run schema -- --name=what_changes` compares `lib/server/db/tables.ts` with the migrations in
 * `drizzle/`, writes one for the difference, and puts all into the module that the server applies.
 */
const bundle = 'lib/server/db/migrations.json'

execFileSync('drizzle-kit', ['generate', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
})
writeFileSync(bundle, JSON.stringify(readMigrationFiles({ migrationsFolder: 'drizzle' })))
execFileSync('biome', ['format', '--write', bundle], { stdio: 'inherit' })
