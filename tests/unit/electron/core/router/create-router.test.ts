import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRouter, type Dispatch } from '#core/router/create-router.ts'
import type { Log } from '#core/ports.ts'
import { channels } from '#shared/ipc/channels.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'
import { openTestCore, unusedHandlers } from '#tests/support/open-test-core.ts'
import { runs } from '#tests/support/runs.ts'

const call = { windowId: 1 }
const SECRET = 'the source is called Kim'

function routing(app: Partial<Handlers['app']>, checksAnswers = true) {
  const lines: Parameters<Log>[] = []
  const handlers = {
    ...unusedHandlers(
      'library',
      'drafts',
      'revisions',
      'review',
      'exports',
      'publishing',
      'checks',
      'assets',
      'imports',
      'profiles',
      'corrections',
      'settings',
    ),
    app: { ...unusedHandlers('app').app, ...app },
  }
  const router = createRouter(contract, handlers, {
    clock: createFakeClock(),
    log: (...line) => void lines.push(line),
    checksAnswers,
  })
  return { router, lines }
}

describe('IP1: every call is parsed before it is dispatched', () => {
  it.each([
    ['app', 'nothing'],
    ['nothing', 'info'],
    ['__proto__', 'toString'],
    ['constructor', 'name'],
    ['app', '__proto__'],
    ['app', 'constructor'],
    ['app', 'closing'],
    [null, undefined],
    [{ toString: (): string => 'app' }, 'info'],
    [['app'], 'info'],
  ])('refuses %j.%j, which is no command', async (group, name) => {
    const { router } = routing({})
    expect(await router.dispatch(group, name, {}, call)).toEqual(err({ type: 'UnknownCommand' }))
  })

  it.each([[null], [undefined], [{}], [{ articleId: 'nope' }], [{ articleId: 'ab'.repeat(16), extra: 1 }]])(
    'refuses the input %j',
    async (input) => {
      const { router } = routing({})
      expect(await router.dispatch('app', 'openWindow', input, call)).toEqual(err({ type: 'InvalidRequest' }))
    },
  )

  it('hands parsed input and the caller to the handler', async () => {
    const seen: unknown[] = []
    const { router } = routing({
      openExternal: (...args) => {
        seen.push(...args)
        return ok(null)
      },
    })
    expect(await router.dispatch('app', 'openExternal', { href: 'https://example.org/' }, call)).toEqual(
      ok(null),
    )
    expect(seen).toEqual([{ href: 'https://example.org/' }, call])
  })
})

describe('IP2, IP5: a defect arrives as a reference and is logged without its words', () => {
  it.each([
    [
      'thrown',
      () => {
        throw new Error(SECRET)
      },
    ],
    ['rejected', () => Promise.reject(new Error(SECRET))],
    [
      'thrown as text',
      () => {
        throw SECRET
      },
    ],
    ['answered outside the contract', () => ok({ leak: SECRET }) as never],
    [
      'answered as an outcome the command does not list',
      () => err({ type: 'DiskFull', detail: SECRET }) as never,
    ],
    ['answered as nothing', () => undefined as never],
  ])('when it is %s', async (_, openExternal) => {
    const { router, lines } = routing({ openExternal })
    const answer = await router.dispatch('app', 'openExternal', { href: 'x' }, call)
    expect(answer).toMatchObject({ ok: false, error: { type: 'Defect' } })
    expect(JSON.stringify([answer, lines])).not.toContain(SECRET)
    const { reference } = (answer as unknown as { error: { reference: string } }).error
    expect(
      lines.some(
        ([level, event, facts]) =>
          level === 'error' && event === 'defect' && facts?.['reference'] === reference,
      ),
    ).toBe(true)
  })

  it('logs name, duration and outcome of every other call, never its input', async () => {
    const { router, lines } = routing({ openExternal: () => err({ type: 'Cancelled' }) })
    await router.dispatch('app', 'openExternal', { href: SECRET }, call)
    expect(lines).toEqual([['warn', 'call', { command: 'app.openExternal', ms: 0, outcome: 'Cancelled' }]])
  })
})

it('refuses everything once it is closed, and waits for the calls under way', async () => {
  const answers: ((value: Result<null, never>) => void)[] = []
  const { router } = routing({ openExternal: () => new Promise((resolve) => answers.push(resolve)) })
  const underWay = router.dispatch('app', 'openExternal', { href: 'x' }, call)
  const order: string[] = []
  const closed = router.close().then(() => order.push('closed'))
  void underWay.then(() => order.push('answered'))
  answers[0]?.(ok(null))
  await closed
  expect(order).toEqual(['answered', 'closed'])
  expect(await router.dispatch('settings', 'get', {}, call)).toEqual(err({ type: 'ShuttingDown' }))
})

describe('the real dispatcher over the real core', () => {
  const groups = Object.keys(channels) as (keyof typeof channels)[]
  const anyName = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...groups.flatMap((group) => channels[group].commands.map((name) => [group, name] as const)),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom<unknown>(...groups, '__proto__', 'constructor'), fc.anything()),
    },
    { weight: 1, arbitrary: fc.tuple(fc.anything(), fc.anything()) },
  )
  const id = fc.constantFrom('ab'.repeat(16), 'cd'.repeat(32), '', '__proto__')
  const anyInput = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
    }),
    fc.record(
      {
        articleId: id,
        revisionId: id,
        update: fc.uint8Array({ maxLength: 20 }),
        state: fc.uint8Array({ maxLength: 20 }),
        bytes: fc.uint8Array({ maxLength: 20 }),
        fileName: fc.string(),
        verb: fc.constantFrom('file', 'spike', 'x'),
        from: fc.constantFrom('blank', 'x'),
        label: fc.string(),
        format: fc.constantFrom('html', 'x'),
        purpose: fc.constantFrom('proof', 'x'),
        sections: fc.array(fc.string(), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  )

  it('IP1, IP2: answers anything whatever with a Result, and never with a defect', {
    timeout: 60_000,
  }, async () => {
    using test = openTestCore()
    const others = unusedHandlers('app', 'settings')
    const dispatch: Dispatch = test.core.router(others).dispatch
    await fc.assert(
      fc.asyncProperty(anyName, anyInput, async ([group, name], input) => {
        const answer = await dispatch(group, name, input, call)
        expect(typeof answer.ok).toBe('boolean')
        structuredClone(answer)
        const isOurs = !(typeof group === 'string' && group in others)
        if (!answer.ok && isOurs) expect(answer.error.type).not.toBe('Defect')
      }),
      { numRuns: runs(600) },
    )
  })
})
