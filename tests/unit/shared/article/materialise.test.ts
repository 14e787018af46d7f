import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { materialise, readAsStored } from '#shared/article/materialise.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc, metaOf } from '#shared/draft/draft-doc.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { articleFrom, expectDraftLaws, replay } from '#tests/support/draft-laws.ts'
import { anyScript } from '#tests/support/edit-script.ts'
import { runs } from '#tests/support/runs.ts'

const rich = article({
  kicker: 'Courts',
  headline: 'H₂O ruling 😀',
  standfirst: 'What it means',
  body: [
    paragraph(
      'Plain, ',
      text('both', 'emphasis', 'strong'),
      text(' sub', 'subscript'),
      text('link', { type: 'link', attrs: { href: 'https://example.org/' } }),
    ),
    withAttrs({ level: 3 }, node('heading', 'Crosshead')),
    node('blockQuote', paragraph('Quoted'), node('quoteSource', 'A source')),
    node(
      'orderedList',
      node('listItem', paragraph('one'), node('bulletList', node('listItem', paragraph('deeper')))),
    ),
    withAttrs(
      { assetId: 'ab'.repeat(32), width: 640, height: 480, alt: 'A court', decorative: false },
      node('figure', node('caption', 'Caption'), node('credit', 'Credit')),
    ),
    node(
      'tableBlock',
      node('tableCaption', 'Figures'),
      node('table', node('tableRow', node('tableHeader', paragraph('h')), node('tableCell', paragraph('c')))),
    ),
    node('horizontalRule'),
    node('factBox', node('factTitle', 'Facts'), paragraph('One', node('hardBreak'), 'two')),
    node('stash', paragraph('kept back')),
    node('paragraph'),
  ],
  meta: {
    slugline: 'court-water',
    topics: ['courts', 'water'],
    people: [{ id: 'p1', rank: 1, lead: 'By', name: 'A. Writer', role: 'reporter', profileUrl: '' }],
    commissionedWords: 800,
    embargo: { at: 1_800_000_000_000 as never, zone: 'Asia/Seoul' as never },
  },
})

/** A draft into which a newer or foreign program wrote something. */
function draftWith(change: (doc: Y.Doc) => void): Y.Doc {
  const doc = replay([seedDraft(rich)])
  change(doc)
  return doc
}
const namesIn = (doc: Y.Doc): readonly string[] => {
  const result = materialise(doc)
  return !result.ok && result.error.type === 'UnknownContent' ? result.error.names : []
}
const element = (name: string, ...content: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, content)
  return made
}

describe('materialise', () => {
  it('DR10: gives back the very article a draft was seeded with', () => {
    expect(articleFrom(replay([seedDraft(rich)]))).toEqual(rich)
  })

  it('holds the laws of drafts for every script of two writers', () => {
    fc.assert(fc.property(anyScript, expectDraftLaws), { numRuns: runs(40) })
  })

  it('tolerates missing head lines and keeps all text of doubled ones', () => {
    const doc = draftWith((draft) => {
      contentOf(draft).delete(0, 3)
      contentOf(draft).insert(0, [
        element('headline', new Y.XmlText('One')),
        element('headline', new Y.XmlText('Two')),
      ])
    })
    expect(
      articleFrom(doc)
        .content.content?.slice(0, 2)
        .map((block) => block.content?.[0]?.text),
    ).toEqual(['One', 'Two'])
    const bare = draftWith((draft) => contentOf(draft).delete(0, contentOf(draft).length))
    expect(articleFrom(bare).content).toEqual({ type: 'doc' })
  })

  it('keeps the first of two exclusive marks that met in a merge, without an outcome', () => {
    const doc = draftWith((draft) => {
      const both = new Y.XmlText('x')
      both.format(0, 1, { 'subscript--aaaaaaaa': {}, 'superscript--bbbbbbbb': {} })
      contentOf(draft).insert(3, [element('paragraph', both)])
    })
    expect(articleFrom(doc).content.content?.[3]?.content?.[0]?.marks).toHaveLength(1)
  })

  it('DR10: does not depend on the order in which formats reached a replica', () => {
    const formats = [['strong'], ['superscript--bbbbbbbb'], ['emphasis'], ['subscript--aaaaaaaa']] as const
    const contentFrom = (order: readonly (readonly [string])[]) => {
      const doc = draftWith((draft) => {
        const run = new Y.XmlText('x')
        contentOf(draft).insert(3, [element('paragraph', run)])
        for (const [name] of order) run.format(0, 1, { [name]: {} })
      })
      return JSON.stringify(articleFrom(doc).content)
    }
    expect(contentFrom([...formats].reverse())).toBe(contentFrom(formats))
  })

  it('joins neighbouring texts that a merge left apart', () => {
    const doc = draftWith((draft) =>
      contentOf(draft).insert(3, [element('paragraph', new Y.XmlText('one '), new Y.XmlText('two'))]),
    )
    expect(articleFrom(doc).content.content?.[3]?.content).toEqual([{ type: 'text', text: 'one two' }])
  })

  it('D2: answers DraftDamaged when changes it builds upon are missing', () => {
    const doc = replay([seedDraft(article())])
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const block = contentOf(doc).get(3) as Y.XmlElement
    const words = block.get(0) as Y.XmlText
    for (const word of ['a', 'b', 'c']) words.insert(0, word)
    const holed = replay([seedDraft(article()), ...updates.slice(0, 1), ...updates.slice(2)])
    expect(materialise(holed)).toMatchObject({ ok: false, error: { type: 'DraftDamaged' } })
  })
})

describe('DR9: unknown content is refused and left alone', () => {
  const cases: readonly [string, string, (doc: Y.Doc) => void][] = [
    [
      'a node',
      'hologram',
      (doc) => contentOf(doc).insert(4, [element('hologram', new Y.XmlText('from the future'))]),
    ],
    [
      'a nested node',
      'hologram',
      (doc) => (contentOf(doc).get(5) as Y.XmlElement).insert(0, [element('hologram')]),
    ],
    ['a mark', 'glow', (doc) => contentOf(doc).insert(4, [element('paragraph', glowing())])],
    [
      'an attribute',
      'paragraph.mood',
      (doc) => (contentOf(doc).get(3) as Y.XmlElement).setAttribute('mood', 'blue'),
    ],
    [
      'a value',
      'heading.level',
      (doc) => (contentOf(doc).get(4) as Y.XmlElement).setAttribute('level', 9 as never),
    ],
    ['an unsafe address', 'link.href', (doc) => contentOf(doc).insert(4, [element('paragraph', linked())])],
    [
      'a node in the wrong place',
      'listItem in doc',
      (doc) => contentOf(doc).insert(4, [element('listItem')]),
    ],
    [
      'a mark in the wrong place',
      'strong in kicker',
      (doc) => ((contentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, { strong: {} }),
    ],
    ['text between blocks', 'text in doc', (doc) => contentOf(doc).insert(0, [new Y.XmlText('loose')])],
    [
      'a node named like a prototype',
      'constructor',
      (doc) => contentOf(doc).insert(3, [element('constructor')]),
    ],
    ['a nested doc', 'doc', (doc) => contentOf(doc).insert(3, [element('doc')])],
    ['an element named text', 'text', (doc) => contentOf(doc).insert(3, [element('text')])],
    ['an embed', 'unknown', (doc) => contentOf(doc).insert(3, [element('paragraph', embedding())])],
    ['a field', 'field mood', (doc) => metaOf(doc).set('mood', 'blue')],
    ['a bad field', 'field storyType', (doc) => metaOf(doc).set('storyType', 'sonnet')],
    ['a bad person', 'field person/p9', (doc) => metaOf(doc).set('person/p9', { name: 'x' })],
    ['a nested type for a field', 'field slugline', (doc) => metaOf(doc).set('slugline', new Y.Text('x'))],
  ]
  it.each(cases)('%s is named (%s), in materialise and in no other way', (_, name, change) => {
    const doc = draftWith(change)
    const before = Y.encodeStateAsUpdate(doc)
    let updates = 0
    doc.on('update', () => updates++)
    expect(namesIn(doc)).toContain(name)
    readAsStored(doc)
    expect(updates).toBe(0)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('keeps unknown nodes with name and text for the read-only view', () => {
    const doc = draftWith((draft) =>
      contentOf(draft).insert(4, [element('hologram', new Y.XmlText('from the future'))]),
    )
    expect(readAsStored(doc).content?.[4]).toEqual({
      type: 'hologram',
      content: [{ type: 'text', text: 'from the future' }],
    })
  })

  it('X3: a nest of 5,000 blocks is refused without overflowing the stack, its text kept', () => {
    const doc = createDraftDoc()
    doc.transact(() => {
      let inner: Y.XmlElement | Y.XmlFragment = contentOf(doc)
      for (let depth = 0; depth < 5_000; depth++) {
        const next: Y.XmlElement = new Y.XmlElement('blockQuote')
        inner.insert(0, [next])
        inner = next
      }
      inner.insert(0, [element('paragraph', new Y.XmlText('at the bottom'))])
    })
    expect(namesIn(doc)).toContain('more than 100 levels')
    expect(JSON.stringify(readAsStored(doc))).toContain('at the bottom')
  })
})

function glowing(): Y.XmlText {
  const made = new Y.XmlText('bright')
  made.format(0, 3, { glow: { colour: 'red' } })
  return made
}
function linked(): Y.XmlText {
  const made = new Y.XmlText('click')
  made.format(0, 5, { link: { href: 'javascript:alert(1)' } })
  return made
}
function embedding(): Y.XmlText {
  const made = new Y.XmlText('see ')
  made.insertEmbed(4, { chart: 1 })
  return made
}
