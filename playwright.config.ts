import process from 'node:process'
import { defineConfig } from '@playwright/test'

// One worker: two Electrons on two cores slow each other more than they save. No retries: a flaky test is a bug.
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  outputDir: 'test-results',
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
