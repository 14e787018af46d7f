// A picture in the galley: the picture itself, its description for people who cannot see it, and caption and credit as text.
// Plain DOM: a story may hold a hundred of these, and none of them needs a framework.
import './figure.css'
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

export interface FigureActions {
  replace(view: EditorView, at: number): void
}

export function createFigureView(actions: FigureActions) {
  return (node: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    let shown = node
    const dom = document.createElement('figure')
    dom.className = 'galley-figure'
    const frame = element('div', 'galley-picture')
    frame.contentEditable = 'false'
    const picture = document.createElement('img')
    picture.draggable = false
    const missing = element(
      'p',
      'galley-picture-missing',
      'The picture did not come along. Add it with Replace.',
    )
    const bar = element('div', 'galley-picture-bar')
    const alt = document.createElement('input')
    alt.type = 'text'
    alt.className = 'galley-alt'
    alt.placeholder = 'Describe the picture for readers who cannot see it'
    alt.setAttribute('aria-label', 'Alt text')
    const decorativeLabel = element('label', 'galley-decorative')
    const decorative = document.createElement('input')
    decorative.type = 'checkbox'
    decorativeLabel.append(decorative, document.createTextNode('Decorative'))
    const replace = button('Replace…', () => withPlace((at) => actions.replace(view, at)))
    const remove = button('Remove', () =>
      withPlace((at) => {
        view.dispatch(view.state.tr.delete(at, at + shown.nodeSize).scrollIntoView())
        view.focus()
      }),
    )
    bar.append(alt, decorativeLabel, replace, remove)
    frame.append(picture, missing, bar)
    const contentDOM = element('div', 'galley-picture-words')
    dom.append(frame, contentDOM)

    alt.addEventListener('input', () => setAttribute('alt', alt.value))
    decorative.addEventListener('change', () => setAttribute('decorative', decorative.checked))
    alt.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') view.focus()
    })

    const withPlace = (task: (at: number) => void) => {
      const at = getPos()
      if (at !== undefined) task(at)
    }
    function setAttribute(name: string, value: unknown) {
      withPlace((at) => view.dispatch(view.state.tr.setNodeAttribute(at, name, value)))
    }

    function draw(current: Node) {
      const { assetId, width, height } = current.attrs as { assetId: string; width: number; height: number }
      const hasPicture = assetId !== ''
      picture.hidden = !hasPicture
      missing.hidden = hasPicture
      if (hasPicture) {
        const src = `media://library/${assetId}`
        if (picture.getAttribute('src') !== src) picture.src = src
        if (width > 0) picture.width = width
        if (height > 0) picture.height = height
      } else picture.removeAttribute('src')
      picture.alt = String(current.attrs['alt'])
      const isDecorative = current.attrs['decorative'] === true
      decorative.checked = isDecorative
      alt.disabled = isDecorative
      // The caret must stay where the person types.
      if (alt.value !== current.attrs['alt']) alt.value = String(current.attrs['alt'])
      dom.classList.toggle(
        'wants-alt',
        hasPicture && !isDecorative && String(current.attrs['alt']).trim() === '',
      )
    }
    draw(node)

    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== shown.type) return false
        shown = next
        draw(next)
        return true
      },
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      // What happens in the bar is the bar's business; the picture itself can be taken hold of.
      stopEvent: (event) => event.target instanceof Element && bar.contains(event.target),
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    }
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'galley-picture-button', label)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}
