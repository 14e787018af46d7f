import { describe, expect, it } from 'vitest'
import { createSittings } from '#core/drafts/sittings.ts'
import { article } from '#tests/support/builders.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'

const MINUTE = 60_000

function writer() {
  const clock = createFakeClock()
  const taken: string[] = []
  const state = { headline: 'start', isRefusing: false }
  const sittings = createSittings({
    clock,
    article: () => article({ headline: state.headline }),
    take: (kind, kept) => {
      if (!state.isRefusing) taken.push(`${kind} ${kept.content.content?.[1]?.content?.[0]?.text}`)
      return !state.isRefusing
    },
  })
  const write = (headline: string): void => {
    sittings.beforeChange()
    state.headline = headline
    sittings.changed()
  }
  return { clock, taken, state, sittings, write }
}

describe('RV1: automatic revisions', () => {
  it('keep what was there before the first change of a sitting, once', () => {
    const { clock, taken, write } = writer()
    write('a')
    clock.advance(4 * MINUTE)
    write('b')
    expect(taken).toEqual(['sitting start'])
  })

  it('keep what is there five minutes after the last change, and once only', () => {
    const { clock, taken, write } = writer()
    write('a')
    clock.advance(4 * MINUTE)
    write('b')
    clock.advance(5 * MINUTE)
    clock.advance(60 * MINUTE)
    expect(taken).toEqual(['sitting start', 'idle b'])
  })

  it('begin a new sitting after a gap of thirty minutes', () => {
    const { clock, taken, write } = writer()
    write('a')
    clock.advance(29 * MINUTE)
    write('b')
    clock.advance(30 * MINUTE)
    write('c')
    expect(taken).toEqual(['sitting start', 'idle a', 'idle b', 'sitting b'])
  })

  it('are not taken again when a person has just named one', () => {
    const { clock, taken, write, sittings } = writer()
    write('a')
    sittings.noted()
    clock.advance(10 * MINUTE)
    expect(taken).toEqual(['sitting start'])
  })

  it('keep the state reached when the draft closes, and leave no timer', () => {
    const { clock, taken, write, sittings } = writer()
    write('a')
    sittings.end()
    expect(taken).toEqual(['sitting start', 'idle a'])
    expect(clock.waiting).toBe(0)
    sittings.end()
    expect(taken).toHaveLength(2)
  })

  it('that the disk refused are owed with the text they were about', () => {
    const { taken, state, write } = writer()
    state.isRefusing = true
    write('a')
    write('b')
    expect(taken).toEqual([])
    state.isRefusing = false
    write('c')
    expect(taken).toEqual(['sitting start'])
  })
})
