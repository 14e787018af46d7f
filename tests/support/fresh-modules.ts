// Files of tests share a worker and its packages, not our modules: what one keeps in a store is not there for the next.
import { afterAll, vi } from 'vitest'

afterAll(() => {
  vi.resetModules()
})
