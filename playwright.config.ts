import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findHeadlessChromium } from './tests/chromium'
import './tests/quick-wasm'
import './tests/short-stacks'

/** One runner for all: `unit` needs nothing, `api` and `e2e` start the built playground themselves. */
export default defineConfig({
  testDir: 'tests',
  forbidOnly: Boolean(process.env.CI),
  // One more than the processors of CI: a test often waits, for a job or a clock.
  workers: 3,
  // A second run only gathers a trace: a test that needs it has failed. In CI it is named, and does not fail the run.
  retries: process.env.CI ? 2 : 1,
  failOnFlakyTests: !process.env.CI,
  // No test measures time by them: a machine that is three times busier needs them.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./tests/closing-line.ts']],
  use: { trace: 'on-first-retry' },
  projects: [
    // Each file in one worker: what its tests share is started once.
    { name: 'unit', testMatch: 'unit/**/*.test.ts' },
    { name: 'api', testMatch: 'api/**/*.test.ts' },
    // The main job in every browser that is there: the closing lines say which.
    { name: 'browsers', testMatch: 'journey/**/*.test.ts', use: { trace: 'off' } },
    {
      name: 'e2e',
      fullyParallel: true,
      testMatch: 'e2e/**/*.test.ts',
      use: {
        ...devices['Desktop Chrome'],
        // Motion costs a third of a test's processor time: tests about motion ask for it themselves.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { executablePath: findHeadlessChromium(), args: chromiumArgs },
      },
    },
  ],
})
