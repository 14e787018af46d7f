// Starts spelling for the open article once it is on screen and quiet, and stops it with the article, the switch or the language.
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'
import { useSettings } from '../../../bridge/settings-context.tsx'
import { useLiveValue } from '../../../bridge/use-live-query.ts'
import { useToasts } from '../../../state/toasts.ts'
import type { EditorContext } from '../../editor-feature.ts'
import { dialectOf } from './lint.ts'
import { useSpelling } from './spelling-store.ts'

/** Milliseconds after the article is on screen: the engine takes a core for seconds, and opening comes first. */
const START_AFTER_MS = 1_500

export function useSpellingSession(editor: Editor, context: EditorContext): void {
  const { settings, isLoaded } = useSettings()
  const isEnglish = useIsEnglish(editor, context)
  const isOn = isLoaded && settings.isSpellingOn && isEnglish
  const words = useWords(isOn, settings.dictionary)
  const session = useSpelling((state) => state.session)

  useEffect(() => {
    if (!isOn) return
    let isGone = false
    let stop = (): void => undefined
    const start = async () => {
      const [{ createSpellingSession }, { holdEngine }, { visiblePositions }] = await Promise.all([
        import('./spelling-session.ts'),
        import('./kept-engine.ts'),
        import('./visible-positions.ts'),
      ])
      if (isGone || editor.isDestroyed) return
      const { engine, release } = holdEngine(tellBroken)
      const { language } = context
      const created = createSpellingSession({
        view: editor.view,
        engine,
        language,
        visible: visiblePositions,
      })
      const { note } = created
      const frame = editor.view.dom.closest('.editor-scroll')
      editor.on('transaction', note)
      frame?.addEventListener('scroll', note, { passive: true })
      window.addEventListener('resize', note)
      stop = () => {
        editor.off('transaction', note)
        frame?.removeEventListener('scroll', note)
        window.removeEventListener('resize', note)
        created.stop()
        release()
        useSpelling.setState({ session: null, shown: null })
      }
      useSpelling.setState({ session: created })
      note()
    }
    const timer = setTimeout(() => void start(), START_AFTER_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
      stop()
    }
  }, [editor, context, isOn])

  useEffect(() => session?.setWords(words), [session, words])
}

const tellBroken = () =>
  void useToasts.getState().show({
    tone: 'problem',
    title: 'Spelling has stopped',
    text: 'Its engine did not start or gave up. Your text is not touched; open the article again to try once more.',
  })

/** The language is a field; a transaction that changes nothing tells the galley of it. */
function useIsEnglish(editor: Editor, context: EditorContext): boolean {
  const [isEnglish, setEnglish] = useState(() => dialectOf(context.language()) !== null)
  useEffect(() => {
    const follow = () => setEnglish(dialectOf(context.language()) !== null)
    follow()
    editor.on('transaction', follow)
    return () => void editor.off('transaction', follow)
  }, [editor, context])
  return isEnglish
}

/** The person's words, the house's, and terms that the desk file calls fine. */
function useWords(isOn: boolean, mine: readonly string[]): readonly string[] {
  const file = useLiveValue('checks', 'deskFile', {}, (all) => all, isOn) ?? EMPTY_DESK_FILE
  return useMemo(
    () => [
      ...mine,
      ...file.dictionary,
      ...file.terms.flatMap(({ advice, term }) => (advice === 'fine' && !/\s/.test(term) ? [term] : [])),
    ],
    [mine, file],
  )
}
