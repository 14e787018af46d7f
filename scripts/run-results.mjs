// One count out of two runners' own reports.

/** vitest's JSON reporter. */
export function vitestCounts(report) {
  const around = filesThatFailedAround(report)
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + around.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    names: [...failed, ...around.map(({ name }) => name)],
  }
}

/** Playwright's JSON reporter. A flaky test passed at its second try; it is named all the same. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  const suites = report.suites ?? []
  return {
    passed: expected + flaky,
    failed: unexpected + (report.errors?.length ?? 0),
    skipped,
    names: suites.flatMap((suite) => specsWith('unexpected', suite)),
    flaky: suites.flatMap((suite) => specsWith('flaky', suite)),
  }
}

export function total(...counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const count of counts) for (const key of Object.keys(sum)) sum[key] += count[key]
  return sum
}

/** The closing lines of a run: what failed by name, so that the end of a log tells all (.ci/run looks for it), then the counts. */
export function summaryLines(...counts) {
  const { passed, failed, skipped } = total(...counts)
  return [
    ...counts.flatMap(({ flaky = [] }) => flaky.map((name) => `flaky: ${name}`)),
    ...counts.flatMap(({ names = [] }) => names.map((name) => `failed: ${name}`)),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    `${passed} passed, ${failed} failed`,
  ]
}

/** A file that does not load, or whose beforeAll or afterAll throws, has no failed test in it, but it has failed. */
function filesThatFailedAround(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
}

function specsWith(status, { specs = [], suites = [] }) {
  const own = specs.filter((spec) => spec.tests.some((test) => test.status === status))
  return [
    ...own.map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...suites.flatMap((suite) => specsWith(status, suite)),
  ]
}
