// Paste: what comes from elsewhere goes through the same converter as an import, so only the grammar can enter.
// What was copied here carries ProseMirror's own marker and is read with the grammar's rules, which lose nothing.
import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { NodeJson } from '#shared/article/article.ts'
import { describeDropped } from '#shared/import/dropped.ts'
import { type HtmlContent, htmlToContent, placePictures } from '#shared/import/html-to-content.ts'
import { useToasts } from '../../../state/toasts.ts'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import type { EditorContext, EditorFeature } from '../../editor-feature.ts'
import { addBytes, addFiles, pictureFilesOf } from '../figure/add-files.ts'
import { insertPictures } from '../figure/insert-pictures.ts'

const Paste = Extension.create<{ readonly context: EditorContext | null }>({
  name: 'paste',
  priority: 1_050,
  addOptions: () => ({ context: null }),
  addProseMirrorPlugins() {
    const { context } = this.options
    return [
      new Plugin({
        key: new PluginKey('paste'),
        props: {
          handleDOMEvents: {
            paste: (view, event) => context !== null && paste(view, event, context),
          },
        },
      }),
    ]
  },
})

function paste(view: EditorView, event: ClipboardEvent, context: EditorContext): boolean {
  const data = event.clipboardData
  if (data === null) return false
  const html = data.getData('text/html')
  const files = pictureFilesOf(data)
  const isOnlyPicture = files.length > 0 && !/\S/.test(data.getData('text/plain'))
  if (isOnlyPicture) {
    event.preventDefault()
    void addFiles(context.desktop, files).then((pictures) => insertPictures(view, pictures))
    return true
  }
  if (html === '' || html.includes('data-pm-slice=') || isPlainPaste(view)) return false
  event.preventDefault()
  const converted = htmlToContent(html, { purpose: 'paste', language: context.language() })
  const hasPictures = converted.images.some((image) => image.kind === 'data')
  if (hasPictures) void storePictures(converted, context).then((content) => insert(view, event, content))
  else insert(view, event, converted.content)
  tell(converted)
  return true
}

/** With Shift held the person asks for the words alone; ProseMirror keeps track of the key. */
function isPlainPaste(view: EditorView): boolean {
  const { input } = view as unknown as { input?: { shiftKey?: boolean; lastKeyCode?: number | null } }
  return input?.shiftKey === true && input.lastKeyCode !== 45 // Shift+Insert is an ordinary paste
}

async function storePictures(
  converted: HtmlContent,
  { desktop }: EditorContext,
): Promise<readonly NodeJson[]> {
  const pictures = []
  for (const image of converted.images)
    pictures.push(image.kind === 'data' ? await addBytes(desktop, image.bytes, 'pasted picture') : null)
  return placePictures(
    converted.content,
    pictures.map(
      (picture) => picture && { assetId: picture.assetId, width: picture.width, height: picture.height },
    ),
  )
}

function insert(view: EditorView, event: ClipboardEvent, content: readonly NodeJson[]): void {
  if (view.isDestroyed) return
  const { schema } = view.state
  const nodes = content.map((node) => schema.nodeFromJSON(node))
  for (const node of nodes) node.check()
  // Open at both ends, so that words pasted into a sentence stay in it.
  const slice = Slice.maxOpen(Fragment.fromArray(nodes))
  const isHandled = view.someProp('handlePaste', (handle) => handle(view, event, slice) === true)
  if (isHandled === true) return
  const tr = view.state.tr.replaceSelection(slice).setMeta('paste', true).setMeta('uiEvent', 'paste')
  view.dispatch(asOwnUndoStep(tr).scrollIntoView())
}

/** What was left out is said once, in one message. */
function tell({ dropped, notices }: HtmlContent): void {
  const lines = [
    ...new Set(
      [...notices, ...describeDropped(dropped)]
        .filter((line) => line.level !== 'info')
        .map((line) => line.text),
    ),
  ]
  if (lines.length > 0) useToasts.getState().show({ tone: 'info', title: 'Pasted', text: lines.join(' ') })
}

export const pasteFeature: EditorFeature = {
  name: 'paste',
  extensions: (context) => [Paste.configure({ context })],
}
