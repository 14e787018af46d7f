// The galley's `lang` and `dir` follow the article's fields: spelling, hyphenation, quotes and direction depend on them.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { metaOf } from '#shared/draft/draft-doc.ts'

export const languageOf = (draft: Y.Doc): string => {
  const language = metaOf(draft).get('language' satisfies keyof ArticleMeta)
  return typeof language === 'string' && language !== '' ? language : 'en'
}

const directionOf = (draft: Y.Doc): string => {
  const direction = metaOf(draft).get('direction' satisfies keyof ArticleMeta)
  return direction === 'ltr' || direction === 'rtl' ? direction : 'auto'
}

export const WritingLanguage = Extension.create<{ readonly draft: Y.Doc | null }>({
  name: 'writingLanguage',
  addOptions: () => ({ draft: null }),
  addProseMirrorPlugins() {
    const { draft } = this.options
    if (draft === null) return []
    return [
      new Plugin({
        key: new PluginKey('writingLanguage'),
        props: {
          attributes: (): Record<string, string> => ({ lang: languageOf(draft), dir: directionOf(draft) }),
        },
        view(view) {
          // Attributes are asked for on an update: one that changes nothing is enough.
          const follow = (event: Y.YMapEvent<unknown>) => {
            if (event.keysChanged.has('language') || event.keysChanged.has('direction'))
              view.dispatch(view.state.tr.setMeta('addToHistory', false))
          }
          metaOf(draft).observe(follow)
          return { destroy: () => metaOf(draft).unobserve(follow) }
        },
      }),
    ]
  },
})
