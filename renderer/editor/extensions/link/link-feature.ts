// Links: one dialog for adding and editing, the address under the caret, and an address pasted over words links them.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorFeature } from '../../editor-feature.ts'
import { cleanAddress, isAddress } from './clean-address.ts'
import { linkAt, setLink } from './link-range.ts'
import { useLinkDialog } from './link-store.ts'
import { LinkSurface } from './link-surface.tsx'

const LinkHands = Extension.create<{ readonly open: (href: string) => void }>({
  name: 'linkHands',
  priority: 1_100, // before every other paste
  addOptions: () => ({ open: () => {} }),
  addProseMirrorPlugins() {
    const { open } = this.options
    return [
      new Plugin({
        key: new PluginKey('linkHands'),
        props: {
          handlePaste(view, event) {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const clean = !view.state.selection.empty && isAddress(text) ? cleanAddress(text) : null
            return (
              clean !== null && canLink(view.state) && setLink(clean.href, null)(view.state, view.dispatch)
            )
          },
          // A plain press sets the caret; with the command key it asks to open the address.
          handleClick(view, at, event) {
            if (!event.metaKey && !event.ctrlKey) return false
            const mark = view.state.doc
              .resolve(at)
              .marks()
              .find((one) => one.type.name === 'link')
            if (mark) open(String(mark.attrs['href']))
            return mark !== undefined
          },
        },
      }),
    ]
  },
})

function canLink(state: EditorState): boolean {
  const { $from, $to } = state.selection
  const link = state.schema.marks['link']
  return (
    link !== undefined &&
    $from.sameParent($to) &&
    $from.parent.inlineContent &&
    $from.parent.type.allowsMarkType(link)
  )
}

export const linkFeature: EditorFeature = {
  name: 'link',
  extensions: ({ desktop }) => [
    LinkHands.configure({ open: (href) => void desktop.app.openExternal({ href }) }),
  ],
  actions: () => ({
    'format.link': {
      command: (state, dispatch) => {
        if (!canLink(state)) return false
        if (dispatch) useLinkDialog.getState().setOpen(true)
        return true
      },
      isActive: (state) => linkAt(state) !== null,
    },
  }),
  Surface: LinkSurface,
}
