// Makes a live draft equal to an article by the smallest edit we can find: seeding writes into an empty one, restoring is a
// forward edit on what colleagues are typing into at the same moment, so blocks that stay keep their identity.
import { Fragment, type Node } from '@tiptap/pm/model'
import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Article } from '../article/article.ts'
import { checkGrammar } from '../article/grammar-check.ts'
import { readElementAsStored } from '../article/materialise.ts'
import { articleGrammar } from '../schema/article-schema.ts'
import { contentOf } from './draft-doc.ts'
import { writeWholeMeta } from './meta-map.ts'
import type { Origin } from './origin.ts'
import { type BlockKeys, pairBlocks } from './pair-blocks.ts'
import { newCuts, rewriteWords } from './rewrite-words.ts'

/** One transaction. The article must be valid against the grammar; one that is not is a bug of the caller and throws. */
export function writeArticle(doc: Y.Doc, article: Article, origin: Origin): void {
  const checked = checkGrammar(article.content)
  if (!checked.ok) throw new RangeError(`not a valid article: ${checked.unknown.join(', ')}`)
  const { node } = checked
  doc.transact(() => {
    if (contentOf(doc).length === 0) updateYFragment(doc, contentOf(doc), node, bindingState())
    else rewriteBlocks(doc, node)
    writeWholeMeta(doc, article.meta, origin)
  }, origin)
}

function rewriteBlocks(doc: Y.Doc, target: Node): void {
  const fragment = contentOf(doc)
  const blocks: Node[] = []
  target.forEach((block) => blocks.push(block))
  const stored = fragment.toArray().map(keysOfStored)
  const wanted = blocks.map(keysOfBlock)
  const pairs = pairBlocks(stored, wanted)
  const cuts = newCuts()
  // From the end, so that indices in front stay true.
  let storedEnd = fragment.length
  let blocksEnd = blocks.length
  for (const pair of [{ before: -1, after: -1 }, ...pairs].reverse()) {
    if (storedEnd > pair.before + 1) fragment.delete(pair.before + 1, storedEnd - pair.before - 1)
    const added = blocks.slice(pair.after + 1, blocksEnd)
    if (added.length > 0) fragment.insert(pair.before + 1, newElements(added))
    const element = pair.before < 0 ? null : fragment.get(pair.before)
    const block = blocks[pair.after]
    const isSame = stored[pair.before]?.exact === wanted[pair.after]?.exact
    if (element instanceof Y.XmlElement && block !== undefined && !isSame) {
      rewriteWords(element, block, cuts)
      updateYFragment(doc, element, block, bindingState())
    }
    storedEnd = pair.before
    blocksEnd = pair.after
  }
}

/** New blocks in the binding's own format: it writes them into a fragment that belongs to no draft, and we copy. */
function newElements(blocks: readonly Node[]): (Y.XmlElement | Y.XmlText)[] {
  const scratch = new Y.Doc()
  const holder = contentOf(scratch)
  const node = articleGrammar().topNodeType.create(null, Fragment.fromArray([...blocks]))
  updateYFragment(scratch, holder, node, bindingState())
  return holder.toArray().map((element) => element.clone() as Y.XmlElement | Y.XmlText)
}

const bindingState = () => ({ mapping: new Map(), isOMark: new Map() })

const UNPAIRED: BlockKeys = { id: null, type: '', exact: null }

function keysOfStored(child: unknown): BlockKeys {
  if (!(child instanceof Y.XmlElement)) return UNPAIRED
  const checked = checkGrammar({ type: 'doc', content: [readElementAsStored(child as Y.XmlElement)] })
  return checked.ok && checked.node.firstChild !== null ? keysOfBlock(checked.node.firstChild) : UNPAIRED
}

function keysOfBlock(block: Node): BlockKeys {
  const id: unknown = block.attrs['blockId']
  return {
    id: typeof id === 'string' ? id : null,
    type: block.type.name,
    exact: JSON.stringify(block.toJSON()),
  }
}
