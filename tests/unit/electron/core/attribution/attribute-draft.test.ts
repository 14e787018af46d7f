// Who wrote each run: readable cases. Any number of cases is in any-script.test.ts.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { writeMeta } from '#shared/draft/meta-map.ts'
import { whoWrote } from '#shared/revision/attribution.ts'
import { TYPED_HERE } from '#renderer/editor/binding/undo-history.ts'
import { article, paragraph, withAttrs } from '#tests/support/builders.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

const named = (id: string, words: string) => withAttrs({ blockId: id }, paragraph(words))
const start = article({
  headline: 'Ferry sails',
  body: [named('a', 'The boat left at noon.'), named('b', 'Nobody was hurt.')],
})
const open = () => openNewsroom(start, { author: 'Desk', origin: 'import' })

test('AT1: words belong to whoever typed them; imported words to the import', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('boat', 'old ')
  ann.meet()
  bob.meet()
  bob.type('old', 'very ')
  bob.meet()
  expect(await room.told()).toEqual([
    'Ferry sails: import by Desk',
    'The : import by Desk',
    'very : Bob',
    'old : Ann',
    'boat left at noon.: import by Desk',
    'Nobody was hurt.: import by Desk',
  ])
})

test('AT1: what two people wrote offline at the same place stays apart when it is merged', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('boat', 'red ')
  bob.type('boat', 'old ')
  ann.meet()
  bob.meet()
  expect(await room.told()).toEqual(expect.arrayContaining(['red : Ann', 'old : Bob']))
})

test('AT3: undoing a deletion gives the words back to their author, as if they had never left', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('boat', 'red ')
  ann.meet()
  bob.meet()
  bob.erase('red boat')
  bob.meet()
  bob.undo()
  bob.meet()
  expect(await room.told()).toEqual(
    expect.arrayContaining(['red : Ann', 'boat left at noon.: import by Desk']),
  )
  bob.redo()
  bob.undo()
  bob.meet()
  expect(await room.told()).toContain('red : Ann')
})

test('AT3: of equal words undo brings back the ones it deleted, whoever else wrote the same', async () => {
  const room = open()
  const [ann, bob, cleo] = [room.desk('Ann'), room.desk('Bob'), room.desk('Cleo')]
  ann.type('noon', 'not ')
  ann.meet()
  bob.meet()
  bob.type('noon', 'not ')
  bob.meet()
  cleo.meet()
  cleo.erase('not ')
  cleo.erase('not ')
  cleo.undo()
  cleo.meet()
  expect(await room.told()).toContain('not : Bob')
  cleo.undo()
  cleo.meet()
  expect((await room.told()).filter((run) => run.startsWith('not'))).toEqual(['not : Ann', 'not : Bob'])
})

test('AT4: words are given back whole, whatever ends alike between them', async () => {
  const room = open()
  const [bob, cleo] = [room.desk('Bob'), room.desk('Cleo')]
  const before = room.article()
  bob.type('boat', 'fine ') // ends as “The” does
  bob.erase('The fine boat')
  bob.meet()
  cleo.meet()
  cleo.restore(before)
  cleo.meet()
  expect((await room.told()).filter((run) => run.includes('Bob'))).toEqual([])
})

test('AT4: restoring what one has not received makes nobody an author either', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('noon', 'high ')
  ann.meet()
  bob.restore(room.article())
  bob.meet()
  expect((await room.told()).filter((run) => run.includes('high'))).toEqual(
    expect.arrayContaining(['high : Ann', 'high : Ann (back by Bob)']),
  )
})

test('AT3: undoing one’s own slip leaves no trace', async () => {
  const room = open()
  const ann = room.desk('Ann')
  ann.type('boat', 'red ')
  ann.erase('red ')
  ann.undo()
  ann.meet()
  expect(await room.told()).toContain('red : Ann')
})

test('AT2: the same words typed again are the typist’s', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('boat', 'red ')
  ann.erase('red ')
  ann.meet()
  bob.meet()
  for (const letter of [' ', 'd', 'e', 'r'])
    bob.type(letter === ' ' ? 'boat' : ('red '['red '.indexOf(letter) + 1] ?? ''), letter)
  bob.meet()
  expect((await room.told()).join('|')).not.toContain('red : Ann')
})

test('AT4: restoring a revision gives every word back to whoever wrote it', async () => {
  const room = open()
  const [ann, bob, cleo] = [room.desk('Ann'), room.desk('Bob'), room.desk('Cleo')]
  ann.type('noon', 'high ')
  ann.meet()
  const filed = room.article()
  bob.meet()
  bob.erase('The boat left at high noon.')
  bob.type('Nobody was', 'Almost ')
  bob.edit((doc) => contentOf(doc).delete(4, 1))
  bob.meet()
  cleo.meet()
  cleo.restore(filed)
  cleo.meet()
  expect(room.article()).toEqual(filed)
  expect(await room.told()).toEqual([
    'Ferry sails: import by Desk',
    'The boat left at : import by Desk (back by Cleo)',
    'high : Ann (back by Cleo)',
    'noon.: import by Desk (back by Cleo)',
    'Nobody was hurt.: import by Desk (back by Cleo)',
  ])
})

test('AT5: words that move with a split, a join or a change of kind stay with their author', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('noon', 'high ')
  ann.meet()
  bob.meet()
  bob.edit((doc) => {
    const block = contentOf(doc).get(3) as Y.XmlElement
    const text = block.get(0) as Y.XmlText
    text.delete('The boat '.length, 'left at high noon.'.length)
    const next = new Y.XmlElement('paragraph')
    next.insert(0, [new Y.XmlText('left at high noon.')])
    contentOf(doc).insert(4, [next])
  })
  bob.meet()
  expect(await room.told()).toEqual([
    'Ferry sails: import by Desk',
    'The boat : import by Desk',
    'left at : import by Desk',
    'high : Ann',
    'noon.: import by Desk',
    'Nobody was hurt.: import by Desk',
  ])
  expect((await room.attribution()).deletions).toEqual([])
})

test('AT5: a sentence cut here and pasted there stays with its author; a phrase that is typed anew does not', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  const sentence = 'The minister had said so on Monday already. '
  ann.type('Nobody', sentence)
  ann.meet()
  bob.meet()
  bob.erase(sentence)
  bob.type('The boat', sentence)
  bob.erase('at noon')
  bob.type(' .', 'at noon')
  bob.meet()
  const told = await room.told()
  expect(told).toContain(`${sentence}: Ann`)
  expect(told.filter((run) => run.endsWith('Bob'))).toEqual(['at noon: Bob'])
})

test('AT6: what was deleted is told with who deleted it and who had written it', async () => {
  const room = open()
  const [ann, bob] = [room.desk('Ann'), room.desk('Bob')]
  ann.type('noon', 'high ')
  ann.meet()
  bob.meet()
  bob.erase('high ')
  bob.meet()
  const { deletions } = await room.attribution()
  expect(deletions).toMatchObject([{ blockId: 'a', text: 'high ', author: 'Bob', wroteIt: 'Ann' }])
})

test('AT7: a field belongs to whoever set the value it has; a restored one to whoever set it first', async () => {
  const room = open()
  const [ann, bob, cleo] = [room.desk('Ann'), room.desk('Bob'), room.desk('Cleo')]
  const set = (desk: typeof ann, slugline: string) => {
    writeMeta(desk.doc, { slugline }, TYPED_HERE)
    desk.meet()
  }
  set(ann, 'ferry')
  const filed = room.article()
  bob.meet()
  set(bob, 'boat')
  cleo.meet()
  cleo.restore(filed)
  cleo.meet()
  expect((await room.attribution()).fields['slugline']).toMatchObject({
    author: 'Ann',
    returned: { by: 'Cleo', how: 'restore' },
  })
})

test('AT1: words of one person parted by half an hour are two runs; a selection asks for those it touches', async () => {
  const room = open()
  const ann = room.desk('Ann')
  ann.type('noon', 'high ')
  ann.meet()
  room.wait(31 * 60_000)
  ann.type('noon', 'or near ')
  ann.meet()
  const attribution = await room.attribution()
  const runs = whoWrote(attribution, [3], 0, 'The boat left at high or'.length)
  expect(runs.map(({ author }) => author)).toEqual(['Desk', 'Ann', 'Ann'])
  expect((runs[2]?.at ?? 0) - (runs[1]?.at ?? 0)).toBe(31 * 60_000 + 1_000)
})
