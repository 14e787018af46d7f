// One count out of two runners' own reports.
/** vitest's JSON reporter. */
export function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesThatFailedAround(report),
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** Playwright's JSON reporter; a flaky test is not a passed one. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped }
}

export function total(...counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const count of counts) for (const key of Object.keys(sum)) sum[key] += count[key]
  return sum
}

/** A file that does not load, or whose beforeAll or afterAll throws, has no failed test in it, but it has failed. */
function filesThatFailedAround(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
}
