// The menu of suggestions, at the words it is about.
import type { Editor } from '@tiptap/core'
import { useCallback, useState } from 'react'
import { houseWordSchema } from '#shared/workflow/checks/desk-file.ts'
import { useDesktop } from '../../../bridge/desktop-context.tsx'
import { useSettings } from '../../../bridge/settings-context.tsx'
import { useRefresh } from '../../../bridge/use-refresh.ts'
import { reportOutcome } from '../../../state/report-outcome.ts'
import { ContextMenu } from '../../../ui/context-menu.tsx'
import type { MenuEntry } from '../../../ui/menu.tsx'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import type { EditorContext } from '../../editor-feature.ts'
import './spelling.css'
import type { PlacedLint } from './spelling-session.ts'
import { useSpelling } from './spelling-store.ts'
import { useSpellingSession } from './use-spelling-session.ts'

export function SpellingSurface({
  editor,
  context,
}: {
  readonly editor: Editor
  readonly context: EditorContext
}) {
  useSpellingSession(editor, context)
  const shown = useSpelling((state) => state.shown)
  return shown === null ? null : <Suggestions key={shown.from} editor={editor} shown={shown} />
}

function Suggestions({ editor, shown }: { readonly editor: Editor; readonly shown: PlacedLint }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const { settings, change } = useSettings()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = useCallback(() => {
    useSpelling.setState({ shown: null })
    editor.view.focus()
  }, [editor])
  const { lint, from, to } = shown
  const write = (text: string) => {
    const { doc, tr } = editor.state
    // A colleague may have changed the words while the menu hung there.
    if (to > doc.content.size || doc.textBetween(from, to, undefined, '\n') !== lint.words) return
    editor.view.dispatch(asOwnUndoStep(tr.insertText(text, from, to)))
  }
  const addHouseWord = async () => {
    const answer = await desktop.checks.addHouseWord({ word: lint.words })
    if (answer.ok) refresh('checks')
    else reportOutcome(answer.error)
  }
  const isWord = lint.kind === 'spelling' && houseWordSchema.safeParse(lint.words).success
  const entries: MenuEntry[] = [
    { id: 'message', label: lint.message, isDisabled: true, run: () => undefined },
    ...lint.suggestions.map((text, index) => ({
      id: `write-${index}`,
      label: text === '' ? 'Take it away' : text,
      startsGroup: index === 0,
      run: () => write(text),
    })),
    {
      id: 'ignore',
      label: 'Ignore Here',
      startsGroup: true,
      run: () => useSpelling.getState().session?.ignore(shown),
    },
    ...(isWord
      ? [
          {
            id: 'mine',
            label: 'Add to My Dictionary',
            run: () => change({ dictionary: [...new Set([...settings.dictionary, lint.words])] }),
          },
          { id: 'house', label: 'Add to House Dictionary', run: () => void addHouseWord() },
        ]
      : []),
  ]
  const { left, bottom } = editor.view.coordsAtPos(from)
  return (
    <>
      <span ref={setAnchor} className="spelling-anchor" style={{ left, top: bottom }} />
      {anchor === null ? null : (
        <ContextMenu
          label={`Suggestions for ${lint.words}`}
          anchor={anchor}
          entries={entries}
          onClose={close}
        />
      )}
    </>
  )
}
