// Pictures: by dialog, by drop, by paste (paste/ hands files here), shown through the app's own protocol.
import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { Figure } from '#shared/schema/nodes/figure.ts'
import { reportOutcome } from '../../../state/report-outcome.ts'
import { goOnFrom } from '../../commands/go-on.ts'
import type { EditorFeature } from '../../editor-feature.ts'
import { addFiles, pictureFilesOf } from './add-files.ts'
import { createFigureView } from './figure-view.ts'
import { insertPictures, replacePicture } from './insert-pictures.ts'

const FigureKeys = Extension.create({
  name: 'figureKeys',
  priority: 850, // before the base keys, which would split the caption
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('figureKeys'),
      props: { handleKeyDown: keydownHandler({ Enter: goOnFrom(['caption', 'credit']) }) },
    }),
  ],
})

const PictureDrop = Extension.create<{ readonly desktop: DesktopApi | null }>({
  name: 'pictureDrop',
  priority: 1_050, // before the head guard's drop, which knows text only
  addOptions: () => ({ desktop: null }),
  addProseMirrorPlugins() {
    const { desktop } = this.options
    return [
      new Plugin({
        key: new PluginKey('pictureDrop'),
        props: {
          handleDOMEvents: {
            drop(view, event) {
              const files = pictureFilesOf(event.dataTransfer)
              if (desktop === null || files.length === 0) return false
              event.preventDefault()
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
              void addFiles(desktop, files).then((pictures) =>
                insertPictures(view, pictures, place?.pos ?? null),
              )
              return true
            },
          },
        },
      }),
    ]
  },
})

async function pick(
  desktop: DesktopApi,
  use: (view: EditorView, pictures: Parameters<typeof insertPictures>[1]) => void,
  view: EditorView,
) {
  const answer = await desktop.assets.pick({})
  if (!answer.ok) return reportOutcome(answer.error)
  if (view.isDestroyed) return
  use(view, answer.value)
  view.focus()
}

export const figureFeature: EditorFeature = {
  name: 'figure',
  extensions: ({ desktop }) => [
    Figure.extend({
      draggable: true,
      addNodeView: () => {
        const create = createFigureView({
          replace: (view, at) =>
            void pick(desktop, (shown, [picture]) => picture && replacePicture(shown, at, picture), view),
        })
        return ({ node, view, getPos }) => create(node, view, getPos)
      },
    }),
    FigureKeys,
    PictureDrop.configure({ desktop }),
  ],
  actions: ({ desktop }) => ({
    'insert.picture': {
      command: (_state, dispatch, view) => {
        if (dispatch && view) void pick(desktop, insertPictures, view)
        return true
      },
    },
  }),
}
