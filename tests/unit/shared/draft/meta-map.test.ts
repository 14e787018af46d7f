import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seedDraft } from '#shared/article/seed.ts'
import { createDraftDoc, metaOf } from '#shared/draft/draft-doc.ts'
import {
  readKnownMeta,
  readMeta,
  removePerson,
  setPerson,
  setTopic,
  writeMeta,
  writeWholeMeta,
} from '#shared/draft/meta-map.ts'
import { MAX_TOPICS } from '#shared/article/limits.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { article } from '#tests/support/builders.ts'
import { replay } from '#tests/support/draft-laws.ts'

const person = (id: string, rank: number) => ({
  id,
  rank,
  lead: 'By',
  name: `Name ${id}`,
  role: '',
  profileUrl: '',
})

describe('the meta map', () => {
  it('reads a key that is not there as its empty value', () => {
    expect(readMeta(createDraftDoc())).toEqual({ ok: true, value: EMPTY_META })
  })

  it('H8: two writers of two fields, two topics and two people lose nothing', () => {
    const seed = seedDraft(article())
    const [a, b] = [replay([seed]), replay([seed])]
    writeMeta(a, { slugline: 'court' }, 'test')
    setTopic(a, 'courts', true, 'test')
    setPerson(a, person('p1', 2), 'test')
    writeMeta(b, { section: 'World', commissionedWords: 600 }, 'test')
    setTopic(b, 'water', true, 'test')
    setPerson(b, person('p2', 1), 'test')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    expect(readMeta(a)).toMatchObject({
      ok: true,
      value: {
        slugline: 'court',
        section: 'World',
        commissionedWords: 600,
        topics: ['courts', 'water'],
        people: [{ id: 'p2' }, { id: 'p1' }],
      },
    })
  })

  it('writes nothing when nothing changes', () => {
    const embargo = { at: 1_800_000_000_000 as never, zone: 'Asia/Seoul' as never }
    const meta = { ...EMPTY_META, slugline: 'x', topics: ['courts'], people: [person('p1', 1)], embargo }
    const doc = replay([seedDraft(article({ meta }))])
    let updates = 0
    doc.on('update', () => updates++)
    writeWholeMeta(doc, meta, 'test')
    writeMeta(doc, { embargo: { ...embargo } }, 'test')
    expect(updates).toBe(0)
  })

  it('makes the whole meta equal to another, topics and people removed included', () => {
    const doc = replay([
      seedDraft(article({ meta: { topics: ['courts'], people: [person('p1', 1)], section: 'World' } })),
    ])
    const target = { ...EMPTY_META, topics: ['water'], people: [person('p2', 1)], searchHeadline: 'S' }
    writeWholeMeta(doc, target, 'test')
    expect(readMeta(doc)).toEqual({ ok: true, value: target })
    removePerson(doc, 'p2', 'test')
    expect(readMeta(doc)).toMatchObject({ ok: true, value: { people: [] } })
  })

  it('refuses to write what it could not read back', () => {
    expect(() => writeMeta(createDraftDoc(), { commissionedWords: -1 }, 'test')).toThrow()
  })

  it('takes no more people or topics than an article may have, and names what a merge left over', () => {
    const doc = replay([seedDraft(article())])
    for (let n = 0; n < MAX_TOPICS; n++) expect(setTopic(doc, `topic ${n}`, true, 'test')).toBe(true)
    const colleague = replay([Y.encodeStateAsUpdate(doc)])
    expect(setTopic(doc, 'one more', true, 'test')).toBe(false)
    expect(setTopic(doc, 'topic 1', true, 'test')).toBe(true)
    expect(readMeta(doc).ok).toBe(true)
    setTopic(doc, 'topic 0', false, 'test')
    setTopic(doc, 'mine', true, 'test')
    setTopic(colleague, 'topic 1', false, 'test')
    setTopic(colleague, 'theirs', true, 'test')
    metaOf(colleague).set('topic/by force', true)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague))
    expect(readMeta(doc)).toEqual({ ok: false, error: [`more than ${MAX_TOPICS} topics`] })
  })

  it('D11: names what it cannot read and still shows the rest', () => {
    const doc = replay([seedDraft(article({ meta: { slugline: 'court' } }))])
    metaOf(doc).set('mood', 'blue')
    metaOf(doc).set('topic/x', 'yes')
    expect(readMeta(doc)).toEqual({ ok: false, error: ['mood', 'topic/x'] })
    expect(readKnownMeta(doc).meta.slugline).toBe('court')
  })
})
