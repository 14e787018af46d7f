// One count out of two runners' own reports.

/** Begins a line that names a failed test; .ci/run looks for it. */
const FAILED_MARK = 'failed: '

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

/** Playwright's JSON reporter; a flaky test is not a passed one. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky + (report.errors?.length ?? 0),
    skipped,
    names: (report.suites ?? []).flatMap(specsThatFailed),
  }
}

export function total(...counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const count of counts) for (const key of Object.keys(sum)) sum[key] += count[key]
  return sum
}

/** The closing lines of a run: what failed by name, so that the end of a log tells all, then the counts. */
export function summaryLines(...counts) {
  const { passed, failed, skipped } = total(...counts)
  return [
    ...counts.flatMap(({ names = [] }) => names.map((name) => `${FAILED_MARK}${name}`)),
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

function specsThatFailed({ specs = [], suites = [] }) {
  const failed = specs.filter((spec) =>
    spec.tests.some(({ status }) => status === 'unexpected' || status === 'flaky'),
  )
  return [
    ...failed.map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...suites.flatMap(specsThatFailed),
  ]
}
