import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import { article, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { anyScript, playScript } from '#tests/support/edit-script.ts'
import { runs } from '#tests/support/runs.ts'

const block = (blockId: string, value: string) => withAttrs({ blockId }, paragraph(value))

describe('writeArticle', () => {
  it('makes any draft equal to any article, as an edit that only adds to the log', () => {
    fc.assert(
      fc.property(anyScript, anyScript, (from, to) => {
        const live = playScript(from).live
        const target = articleFrom(playScript(to).live)
        const colleague = replay([Y.encodeStateAsUpdate(live)])
        const updates: Uint8Array[] = []
        live.on('update', (update: Uint8Array) => updates.push(update))
        writeArticle(live, target, { source: 'restore' })
        expect(articleFrom(live)).toEqual(target)
        for (const update of updates) Y.applyUpdate(colleague, update)
        expect(articleFrom(colleague)).toEqual(target)
      }),
      { numRuns: runs(60) },
    )
  })

  it('writes nothing when the draft already says it', () => {
    const start = article({ body: ['one', paragraph('two ', text('three', 'strong'))] })
    const doc = replay([seedDraft(start)])
    const before = Y.encodeStateAsUpdate(doc)
    writeArticle(doc, start, { source: 'restore' })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('keeps what a colleague types meanwhile into a block that stays', () => {
    const older = article({ body: [block('a', 'First.'), block('b', 'Second.'), block('c', 'Third.')] })
    const newer = article({
      body: [block('x', 'New lead.'), block('a', 'First, longer.'), block('c', 'Third.')],
    })
    const doc = replay([seedDraft(newer)])
    const colleague = replay([Y.encodeStateAsUpdate(doc)])
    const third = (contentOf(colleague).get(5) as Y.XmlElement).get(0) as Y.XmlText
    third.insert(6, ' And more')
    const first = (contentOf(colleague).get(4) as Y.XmlElement).get(0) as Y.XmlText
    first.insert(0, 'Today: ')
    writeArticle(doc, older, { source: 'restore' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague))
    const lines = articleFrom(doc)
      .content.content?.slice(3)
      .map((line) => line.content?.[0]?.text)
    expect(lines).toEqual(['Today: First.', 'Second.', 'Third. And more'])
  })

  it('follows blocks that changed places', () => {
    const doc = replay([
      seedDraft(article({ body: [block('a', 'A'), block('b', 'B'), block('c', 'C'), block('d', 'D')] })),
    ])
    const kept = contentOf(doc).get(4)
    const target = article({ body: [block('d', 'D'), block('b', 'B!'), block('c', 'C'), block('a', 'A')] })
    writeArticle(doc, target, { source: 'restore' })
    expect(articleFrom(doc)).toEqual(target)
    expect(contentOf(doc).get(4)).toBe(kept)
  })

  it('throws on an article outside the grammar before it has changed anything', () => {
    const doc = replay([seedDraft(article())])
    const before = Y.encodeStateAsUpdate(doc)
    const alien = { ...article(), content: { type: 'doc', content: [{ type: 'hologram' }] } }
    expect(() => writeArticle(doc, alien, { source: 'restore' })).toThrow(/hologram/)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

it('changes only the words that differ: what a colleague writes between them at the same moment stays in its place', () => {
  const start = article({ body: ['The old boat left the pier at one, people said.'] })
  const [here, there] = [replay([seedDraft(start)]), createDraftDoc()]
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  writeArticle(here, article({ body: ['The boat left the pier at noon, people said.'] }), {
    source: 'restore',
  })
  const paragraph = contentOf(there).get(3)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('no text')
  words.insert('The old boat left '.length, 'behind ')
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(articleFrom(here)).toEqual(
    article({ body: ['The boat left behind the pier at noon, people said.'] }),
  )
})
