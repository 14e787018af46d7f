import process from 'node:process'
import { defineConfig } from '@playwright/test'

// One worker: two Electrons on two cores slow each other more than they save. A flaky test is a bug: here it fails. In
// CI it is tried once more and named at the end, so that a race of the machine's does not hold up somebody else's change.
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  outputDir: 'test-results',
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
