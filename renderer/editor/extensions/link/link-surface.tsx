// What one sees of a link: its address under the caret, and the dialog that edits it.
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AnchoredBubble } from '../../anchored-bubble.tsx'
import type { EditorContext } from '../../editor-feature.ts'
import { cleanAddress } from './clean-address.ts'
import { linkAt, type LinkRange, removeLink, setLink } from './link-range.ts'
import { useLinkDialog } from './link-store.ts'
import styles from './link-surface.module.css'

interface SurfaceProps {
  readonly editor: Editor
  readonly context: EditorContext
}

export function LinkSurface({ editor, context }: SurfaceProps) {
  const isOpen = useLinkDialog((dialog) => dialog.isOpen)
  // One string, so that typing outside of links re-renders nothing.
  const place = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => {
      const link = isFocused && state.selection.empty ? linkAt(state) : null
      return link === null ? '' : `${link.from}/${link.to}/${link.href}`
    },
  })
  return (
    <>
      {place === '' || isOpen ? null : <LinkBubble key={place} editor={editor} context={context} />}
      {isOpen ? <LinkDialog editor={editor} /> : null}
    </>
  )
}

function LinkBubble({ editor, context }: SurfaceProps) {
  const link = linkAt(editor.state)
  if (link === null) return null
  const anchor = () => {
    try {
      return editor.view.coordsAtPos(link.from)
    } catch {
      return null // the place is not on screen yet: nothing to hang from
    }
  }
  return (
    <AnchoredBubble editor={editor} label="Link" anchor={anchor} placement="below" revision={link.href}>
      <span className={styles.address}>{link.href}</span>
      <Button weight="quiet" preventFocusOnPress onPress={() => useLinkDialog.getState().setOpen(true)}>
        Edit
      </Button>
      <Button
        weight="quiet"
        preventFocusOnPress
        onPress={() => void context.desktop.app.openExternal({ href: link.href })}
      >
        Open
      </Button>
      <Button weight="quiet" preventFocusOnPress onPress={() => remove(editor, link)}>
        Remove
      </Button>
    </AnchoredBubble>
  )
}

function LinkDialog({ editor }: { readonly editor: Editor }) {
  const [link] = useState(() => linkAt(editor.state))
  const [address, setAddress] = useState(link?.href ?? '')
  const clean = cleanAddress(address)
  const close = () => {
    useLinkDialog.getState().setOpen(false)
    // The dialog gives focus back when it is gone; the text wants it after that.
    requestAnimationFrame(() => editor.view.focus())
  }
  const save = () => {
    if (clean === null) return
    setLink(clean.href, link)(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      title={link === null ? 'Add a link' : 'Edit the link'}
      size="narrow"
      onClose={close}
      footer={
        <>
          {link === null ? null : (
            <Button
              onPress={() => {
                remove(editor, link)
                close()
              }}
            >
              Remove Link
            </Button>
          )}
          <Button onPress={close}>Cancel</Button>
          <Button weight="primary" isDisabled={clean === null} onPress={save}>
            Save Link
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Address"
          value={address}
          onChange={setAddress}
          autoFocus
          inputMode="url"
          spellCheck="false"
          placeholder="example.org/page, desk@example.org, +44 20 7946 0000"
          problem={address !== '' && clean === null ? PROBLEM : null}
          hint={hintFor(address, clean)}
        />
      </form>
    </Dialog>
  )
}

const PROBLEM = 'This cannot be a link. Web addresses, mail addresses and phone numbers can.'

function hintFor(address: string, clean: ReturnType<typeof cleanAddress>): string {
  if (clean === null || clean.href === address.trim())
    return 'Only readers of the page will follow it; Stet never does.'
  const dropped = clean.dropped.length > 0 ? ` without tracking (${clean.dropped.join(', ')})` : ''
  return `Will be saved as ${clean.href}${dropped}`
}

function remove(editor: Editor, link: LinkRange): void {
  removeLink(link)(editor.state, editor.view.dispatch)
}
