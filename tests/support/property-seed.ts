// In CI every property tries the same cases in every run: whether a change may be merged must not hang on luck. Elsewhere each run
// looks at new ones, and STET_RUNS_FACTOR at many more.
import process from 'node:process'
import fc from 'fast-check'

/** Any number does. */
const CI_SEED = 20_261_123

if (process.env['CI']) fc.configureGlobal({ seed: CI_SEED })
