// zod compiles its schemas with `new Function` where that is allowed. Here it never is (CSP, Trusted Types), so it must not ask.
import { config } from 'zod'

config({ jitless: true })
