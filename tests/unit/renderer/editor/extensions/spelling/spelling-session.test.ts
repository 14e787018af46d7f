import { describe, expect, it, vi } from 'vitest'
import {
  createSpellingEngine,
  type EngineWorker,
} from '#renderer/editor/extensions/spelling/spelling-engine.ts'
import { createSpellingSession } from '#renderer/editor/extensions/spelling/spelling-session.ts'
import type { Lint, SpellingAnswer, SpellingRequest } from '#renderer/editor/extensions/spelling/lint.ts'
import { node, text } from '#tests/support/builders.ts'
import { fakeIdleCallbacks } from '#tests/support/idle-callbacks.ts'
import { head, paragraph } from '../../binding/bound-view.ts'
import { openEditor } from '../../open-editor.ts'

const idle = fakeIdleCallbacks()
const rest = async () => {
  vi.advanceTimersByTime(600)
  for (let round = 0; round < 5; round++) {
    idle.run()
    await Promise.resolve()
    await Promise.resolve()
  }
}

/** An engine that knows one mistake: the word teh, unless it was told to let it stand. Its answers may be held back. */
function fakeWorker() {
  const asked: string[] = []
  const set: Extract<SpellingRequest, { kind: 'set' }>[] = []
  const held: SpellingAnswer[] = []
  let isHolding = false
  let isEnded = false
  const worker: EngineWorker = {
    post(request) {
      if (request.kind === 'set') return void set.push(request)
      asked.push(request.text)
      const lints = Array.from(
        request.text.matchAll(/[Tt]eh/g),
        (match): Lint => ({
          from: match.index,
          to: match.index + 3,
          kind: 'spelling',
          words: match[0],
          message: 'Did you mean “the”?',
          suggestions: ['the'],
        }),
      ).filter(({ words }) => set.at(-1)?.words.includes(words) !== true)
      const answered = { id: request.id, lints }
      if (isHolding) held.push(answered)
      else answer(answered)
    },
    onAnswer: (listener) => {
      answer = listener
    },
    onFailure: (listener) => {
      fail = listener
    },
    end: () => {
      isEnded = true
    },
  }
  let answer: (answer: SpellingAnswer) => void = () => undefined
  let fail: () => void = () => undefined
  const hold = () => void (isHolding = true)
  const letGo = () => {
    isHolding = false
    for (const one of held.splice(0)) answer(one)
  }
  return { worker, asked, set, hold, letGo, fail: () => fail(), isEnded: () => isEnded }
}

function open(language: string, ...blocks: Parameters<typeof openEditor>) {
  const opened = openEditor(...head('', 'Head', ''), ...blocks)
  const fake = fakeWorker()
  let tag = language
  const broken: number[] = []
  const session = createSpellingSession({
    view: opened.view,
    engine: createSpellingEngine(
      () => void broken.push(1),
      () => fake.worker,
    ),
    language: () => tag,
    visible: ({ state }) => ({ from: 0, to: state.doc.content.size }),
  })
  return { opened, fake, session, broken, speak: (next: string) => void (tag = next) }
}

describe('spelling', () => {
  it('SP1: asks about each text once, changed ones when typing rests, and nothing on a key', async () => {
    const { opened, fake, session } = open('en-GB', paragraph('Teh one'), paragraph('Two'))
    session.note()
    expect(fake.asked).toEqual([])
    await rest()
    expect(fake.asked).toEqual(['Head', 'Teh one', 'Two'])
    expect(fake.set).toEqual([{ kind: 'set', dialect: 'British', words: [] }])
    opened.caretAfter('Two').type(' more')
    session.note()
    expect(fake.asked.length).toBe(3)
    await rest()
    expect(fake.asked.slice(3)).toEqual(['Two more'])
  })

  it('SP2: is silent in other languages, and follows the language of the article', async () => {
    const { fake, session, speak } = open('de', paragraph('Teh one'))
    session.note()
    await rest()
    expect(fake.asked).toEqual([])
    speak('en-AU')
    session.note()
    await rest()
    expect(fake.set).toEqual([{ kind: 'set', dialect: 'Australian', words: [] }])
    expect(fake.asked).toContain('Teh one')
  })

  it('SP2: code and runs in other languages are blanked out, in place', async () => {
    const { fake, session } = open(
      'en',
      node(
        'paragraph',
        'Say ',
        text('teh', 'code'),
        text(' und', { type: 'languageRun', attrs: { lang: 'de' } }),
        ' teh.',
      ),
    )
    session.note()
    await rest()
    expect(fake.asked).toContain('Say         teh.')
  })

  it('finds what lies at a position and the next behind it, round to the first', async () => {
    const { opened, session } = open('en', paragraph('It is teh one'), paragraph('And teh two'))
    const at = (words: string) => {
      opened.caretBefore(words)
      return opened.editor.state.selection.from
    }
    const first = await session.next(0)
    expect(first?.from).toBe(at('teh one'))
    const second = await session.next(first?.to ?? 0)
    expect(second?.from).toBe(at('teh two'))
    expect((await session.next(second?.to ?? 0))?.from).toBe(first?.from)
    expect(session.at(at('teh one') + 1)?.lint.words).toBe('teh')
    expect(session.at(at('one'))).toBeNull()
  })

  it('lets words stand in this text when told to', async () => {
    const { session } = open('en', paragraph('It is teh one'), paragraph('And teh two'))
    const first = await session.next(0)
    if (first === null) throw new Error('nothing found')
    session.ignore(first)
    expect(session.at(first.from)).toBeNull()
    expect((await session.next(0))?.from).toBeGreaterThan(first.to)
  })

  it('SP3: hands on new words and asks again', async () => {
    const { fake, session } = open('en', paragraph('Teh one'))
    session.note()
    await rest()
    session.setWords(['Teh'])
    await rest()
    expect(fake.set.at(-1)).toEqual({ kind: 'set', dialect: 'American', words: ['Teh'] })
    expect(fake.asked.filter((one) => one === 'Teh one').length).toBe(2)
  })

  it('SP3: an answer given with the old words does not count once there are new ones', async () => {
    const { opened, fake, session } = open('en', paragraph('Teh one'))
    fake.hold()
    session.note()
    await rest()
    session.setWords(['Teh'])
    fake.letGo()
    await vi.advanceTimersByTimeAsync(0) // it arrives before there is time to look again
    await rest()
    opened.caretBefore('Teh')
    expect(session.at(opened.editor.state.selection.from)).toBeNull()
  })

  it('SP1: an engine that dies is told of once and leaves the text alone', async () => {
    const { fake, session, broken } = open('en', paragraph('Teh one'))
    session.note()
    await rest()
    fake.fail()
    expect(fake.isEnded()).toBe(true)
    expect(broken).toEqual([1])
    session.setWords(['anew'])
    await rest()
    expect(fake.asked.filter((one) => one === 'Teh one').length).toBe(1)
    session.stop()
  })
})
