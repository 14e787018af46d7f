// The find bar: above the galley's end, over the text, out of the way of the line one reads.
import type { Editor } from '@tiptap/core'
import { ArrowDown, ArrowUp, CaseSensitive, Replace, ReplaceAll, WholeWord, X } from 'lucide-react'
import {
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import type { FindQuery } from './find-in-text.ts'
import { createFindSession, type FindSession } from './find-session.ts'
import { setFindSession, useFindBar } from './find-store.ts'
import styles from './find-bar.module.css'

export function FindSurface({ editor }: { readonly editor: Editor }) {
  const isOpen = useFindBar((bar) => bar.isOpen)
  // An article that is left takes its bar along.
  useEffect(() => () => useFindBar.getState().close(), [editor])
  return isOpen ? <FindBar key={editor.instanceId} editor={editor} /> : null
}

function FindBar({ editor }: { readonly editor: Editor }) {
  const { query, request, change, close } = useFindBar()
  const session = useMemo(() => createFindSession(editor), [editor])
  const state = useSyncExternalStore(session.subscribe, session.state)
  const [replacement, setReplacement] = useState('')
  /** How many were just replaced; until the next question. */
  const [replaced, setReplaced] = useState<{ readonly query: FindQuery; readonly count: number } | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => setFindSession(session), [session])
  useEffect(() => session.search(query), [session, query])
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [request])

  const leave = () => {
    close()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const hasMatches = state.count > 0

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes from anything inside
    <search className={styles.bar} aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          aria-label="Find"
          placeholder="Find"
          value={query.text}
          spellCheck={false}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            session.step(event.shiftKey ? -1 : 1)
          }}
        />
        <output className={styles.count} aria-live="polite">
          {replaced?.query === query && state.count === 0
            ? `${replaced.count} replaced`
            : countWords(query, state)}
        </output>
        <IconButton
          label="Match case"
          icon={<CaseSensitive aria-hidden />}
          size="small"
          isSelected={query.isCaseSensitive}
          onPress={() => change({ isCaseSensitive: !query.isCaseSensitive })}
        />
        <IconButton
          label="Whole words"
          icon={<WholeWord aria-hidden />}
          size="small"
          isSelected={query.isWholeWord}
          onPress={() => change({ isWholeWord: !query.isWholeWord })}
        />
        <IconButton
          label="Match accents"
          icon={<span aria-hidden>é</span>}
          size="small"
          isSelected={query.isAccentSensitive}
          onPress={() => change({ isAccentSensitive: !query.isAccentSensitive })}
        />
        <IconButton
          label="Previous match"
          shortcut="Shift+Enter"
          icon={<ArrowUp aria-hidden />}
          size="small"
          isDisabled={!hasMatches}
          onPress={() => session.step(-1)}
        />
        <IconButton
          label="Next match"
          shortcut="Enter"
          icon={<ArrowDown aria-hidden />}
          size="small"
          isDisabled={!hasMatches}
          onPress={() => session.step(1)}
        />
        <IconButton label="Close" shortcut="Esc" icon={<X aria-hidden />} size="small" onPress={leave} />
      </div>
      <div className={styles.row}>
        <input
          className={styles.field}
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            session.replace(replacement)
          }}
        />
        <IconButton
          label="Replace"
          shortcut="Enter"
          icon={<Replace aria-hidden />}
          size="small"
          isDisabled={!hasMatches}
          onPress={() => session.replace(replacement)}
        />
        <IconButton
          label="Replace all"
          icon={<ReplaceAll aria-hidden />}
          size="small"
          isDisabled={!hasMatches}
          onPress={() => setReplaced({ query, count: session.replaceAll(replacement) })}
        />
      </div>
    </search>
  )
}

function countWords(query: FindQuery, state: ReturnType<FindSession['state']>): string {
  if (query.text === '') return ''
  if (state.isSearching) return `${state.count}…`
  if (state.count === 0) return 'None'
  return `${state.current + 1} of ${state.count}`
}
