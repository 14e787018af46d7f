// RELIABILITY S7: a word of its own in every private place of a library and around it, and none of them in anything that leaves.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addPicture } from '#core/assets/add-picture.ts'
import { gatherCorrections } from '#core/exports/corrections-log-job.ts'
import { correctionsJson, correctionsPage } from '#core/exports/formats/corrections-log.ts'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { Article } from '#shared/article/article.ts'
import { newRevisionId, toInstant } from '#shared/article/ids.ts'
import { defaultProfile, newProfileId } from '#shared/article/output-profile.ts'
import { threadsOf } from '#shared/draft/draft-doc.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import { article, node, paragraph, withAttrs } from '#tests/support/builders.ts'
import { openExportDesk } from '#tests/support/export-desk.ts'
import { figure, fullProfile } from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { exif, exifSegment, jpegWith, SECRET, xmp, xmpSegment } from '#tests/support/picture-builders.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const CALLER = { windowId: 1 }

/** One word a place, which no other place and no public text has. */
function createCanaries() {
  const planted = new Map<string, string>()
  return {
    plant(place: string): string {
      const word = `Canary${sha256Hex(place)
        .slice(0, 12)
        .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'q')}`
      planted.set(place, word)
      return word
    },
    /** Something private that has a value of its own already. */
    watch: (place: string, value: string) => void planted.set(place, value),
    foundIn: (outputs: readonly Buffer[]) =>
      [...planted].flatMap(([place, word]) =>
        formsOf(word).some((form) => outputs.some((output) => output.includes(form))) ? [place] : [],
      ),
    count: () => planted.size,
  }
}

/** As text of any kind carries a word: UTF-8, UTF-16 either way round, base64 at each of its three offsets, hexadecimal, reversed. */
function formsOf(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return padded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6) - 1)
  })
  const wide = Buffer.from(word, 'utf16le')
  return [
    bytes,
    wide,
    Buffer.from(wide).swap16(),
    ...base64.map((text) => Buffer.from(text)),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(Buffer.from(word).reverse()),
  ]
}

test('S7: nothing from any private place is in any output of any format', async () => {
  using desk = openExportDesk()
  const { plant, watch, foundIn, count } = createCanaries()
  const { store } = desk.test.library
  const { core } = desk.test
  watch('path of the library', store.path)
  watch('path of the export', desk.folder)
  watch('name of the author at the desk', 'Canary Author')
  watch('name of the person in the settings', 'A. Writer')

  valueOf(store.desk.saveProfile(fullProfile({ pictures: 'folder', name: plant('name of the profile') })))
  const other = {
    ...defaultProfile('Asia/Seoul'),
    id: newProfileId(),
    name: plant('name of another profile'),
  }
  valueOf(store.desk.saveProfile({ ...other, publicationName: plant('publication of another profile') }))
  watch('id of another profile', other.id)
  valueOf(store.desk.saveSections([plant('section nobody chose')]))
  valueOf(
    store.checks.saveDeskFile({
      version: 1,
      terms: [
        {
          term: plant('house term'),
          advice: 'amend',
          reason: plant('reason of a house term'),
          replacement: plant('replacement of a house term'),
          link: '',
          matchCase: false,
        },
      ],
      dictionary: [plant('house dictionary')],
    }),
  )

  // A picture as cameras make them, and one that only the stash has.
  const bytes = jpegWith([
    exifSegment(exif({ artist: plant('owner in the picture') })),
    xmpSegment(xmp({ description: plant('description in the picture') })),
  ])
  watch('what the picture carried', SECRET)
  const shown = valueOf(
    addPicture(store.assets, { bytes, fileName: `${plant('file name of the picture')}.jpg` }),
  )
  const hidden = desk.addPicture(30, 20)
  watch('picture in the stash', hidden.slice(0, 16))

  const story = (headline: string, extra: Parameters<typeof article>[0] = {}): Article =>
    article({
      headline,
      standfirst: 'It took nine years.',
      body: [
        figure(shown.assetId, 'A bridge at dawn', 'Open at last', 'A photographer'),
        withAttrs({ blockId: 'qz7xk2vw' }, paragraph('It opened on Friday.')),
        node(
          'stash',
          node('heading', plant('heading in the stash')),
          paragraph(`${plant('text in the stash')} and what the clerk said about the second contract`),
          figure(
            hidden,
            plant('alternative in the stash'),
            plant('caption in the stash'),
            plant('credit in the stash'),
          ),
          node('tableBlock', node('tableCaption', plant('table in the stash'))),
        ),
      ],
      ...extra,
      meta: {
        slugline: plant('slugline'),
        deskNote: `${plant('desk note')} ask the second source again on Monday`,
        section: 'World',
        people: [
          {
            id: 'pq8wz3vk',
            rank: 1,
            lead: '',
            name: 'Ada Public',
            role: '',
            profileUrl: '',
          },
        ],
        commissionedWords: 987_123,
        ...extra.meta,
      },
    })
  watch('words asked for', '987123')
  watch('id of a person', 'pq8wz3vk')
  watch('id of a block', 'qz7xk2vw')
  const id = desk.add(story('Bridge opens'))
  watch('id of the article', id)
  const elsewhere = desk.add(
    story(plant('headline of another article'), { standfirst: plant('another article') }),
  )
  watch('id of another article', elsewhere)

  // Words that were there once, and what people said around them.
  const window = await openWindow(desk.test, id, 1)
  const now = valueOf(core.articleOf(id)).article
  writeArticle(
    window.doc,
    {
      ...now,
      content: {
        ...now.content,
        content: [...(now.content.content ?? []), paragraph(plant('deleted text'))],
      },
    },
    { source: 'window', windowId: 1 },
  )
  valueOf(window.push())
  const revision = valueOf(
    core.takeRevision({
      articleId: id,
      article: valueOf(core.articleOf(id)).article,
      kind: 'named',
      label: plant('label of a revision'),
    }),
  )
  watch('id of a revision', revision.id)
  writeArticle(window.doc, now, { source: 'window', windowId: 1 })
  threadsOf(window.doc).set(newRevisionId(), plant('thread'))
  valueOf(window.push())
  const finding = `headline-missing-${'0'.repeat(16)}`
  valueOf(
    store.checks.recordWaiver(id, 'waive', {
      finding,
      rule: 'headline-missing',
      sentence: plant('sentence of a waiver'),
      excerpt: plant('excerpt of a waiver'),
      who: plant('who waived'),
      why: plant('why it was waived'),
      at: toInstant(1),
    }),
  )
  const { publishing } = desk
  valueOf(await publishing.act({ articleId: id, verb: 'file', why: plant('why it was filed') }, CALLER))
  valueOf(
    await publishing.setLegal(
      { articleId: id, legal: 'required', why: plant('why legal was asked') },
      CALLER,
    ),
  )
  valueOf(
    await publishing.setLegal(
      { articleId: id, legal: 'cleared', why: plant('why legal cleared it') },
      CALLER,
    ),
  )
  valueOf(await publishing.setHold({ articleId: id, isOn: true, why: plant('why it was held') }, CALLER))
  valueOf(await publishing.setHold({ articleId: id, isOn: false, why: plant('why it was released') }, CALLER))

  const outputs: Buffer[] = []
  const collect = () => {
    for (const name of desk.files()) {
      outputs.push(Buffer.from(name))
      const file = path.join(desk.folder, name)
      if (/\.\w+$/.test(name)) outputs.push(readFileSync(file))
    }
  }
  const everyDoor = async (round: string) => {
    for (const purpose of ['readers', 'proof'] as const)
      for (const format of ['html', 'markdown', 'text', 'json'] as const) {
        desk.answer = `${round}-${purpose}.${format}`
        // A proof is the desk's own paper: it may carry what the desk plans by.
        if (purpose === 'proof' && (format === 'json' || format === 'markdown')) continue
        valueOf(
          await desk.handlers.save(
            { articleId: id, format, purpose, moveUpdated: false, allowTk: false },
            CALLER,
          ),
        )
        if (format === 'json') continue
        const copied = valueOf(await desk.handlers.text({ articleId: id, format }, CALLER))
        outputs.push(Buffer.from(copied.text), Buffer.from(copied.html ?? ''))
      }
    for (const purpose of ['readers', 'proof'] as const) {
      const preview = { articleId: id, revisionId: null, purpose } as const
      outputs.push(Buffer.from(valueOf(await desk.handlers.preview(preview, CALLER)).html))
    }
    for (const { id: editionId } of valueOf(await publishing.editions({ articleId: id }, CALLER))) {
      outputs.push(
        Buffer.from(valueOf(await publishing.editionPage({ articleId: id, editionId }, CALLER)).html),
      )
      desk.answer = `edition-${editionId.slice(0, 4)}.html`
      watch(`id of the edition ${editionId}`, editionId)
      valueOf(await publishing.exportEdition({ articleId: id, editionId }, CALLER))
    }
  }
  await everyDoor('first')
  desk.test.clock.advance(3_600_000)
  desk.answer = 'corrected.html'
  valueOf(
    await publishing.publish(
      {
        articleId: id,
        profileId: null,
        allowTk: false,
        decidedOn: null,
        decision: {
          kind: 'noted',
          notes: [
            {
              kind: 'correction',
              text: 'An earlier version gave the wrong day.',
              placement: 'high',
              revises: null,
              change: {
                id: plant('change a note fixed'),
                before: plant('before a fix'),
                after: plant('after a fix'),
              },
            },
          ],
        },
      },
      CALLER,
    ),
  )
  await everyDoor('second')
  const log = valueOf(await gatherCorrections(store, null))
  outputs.push(Buffer.from(correctionsPage(log).bytes), Buffer.from(correctionsJson(log).bytes))
  collect()

  expect(count()).toBeGreaterThan(45)
  expect(outputs.length).toBeGreaterThan(40)
  expect(foundIn(outputs)).toEqual([])
  // The other way round: what is public is there, so that the search proves something.
  watch('headline', 'Bridge opens')
  watch('note', 'An earlier version gave the wrong day.')
  expect(foundIn(outputs)).toEqual(['headline', 'note'])
})
