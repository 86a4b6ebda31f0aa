import { defineConfig } from 'drizzle-kit'

/** `npm run schema` writes migrations from the tables; the server applies them itself. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./lib/server/db/tables.ts', './lib/server/db/review-tables.ts'],
  out: './drizzle',
  migrations: { schema: 'public', table: '__drizzle_migrations' },
})
