// Takes what the window shows as plain elements, for the next start to paint before any script runs (docs/decisions/0014). Main
// draws it from lists of its own; here only what the next start will show as well is taken: the top of the article, the first rows
// of an unfiltered desk, no times that have passed, nothing of the margin.

interface Shown {
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly style: Record<string, string>
  readonly children: readonly (Shown | string)[]
}

/** What tells one element from another to style sheets; what addresses, names or moves something stays behind. */
const LEFT_OUT =
  /^(?:id|style|role|href|name|tabindex|title|for|contenteditable|value|on.*|aria-(?:controls|labelledby|describedby|hidden|setsize|posinset|activedescendant|label|haspopup|expanded|owns|valuenow|valuemin|valuemax|valuetext|orientation|multiline|autocomplete)|data-(?:react-aria.*|rac.*|hovered|focused|focus-visible|pressed|pane.*|index|editor.*)|spellcheck|translate|draggable|autocomplete|autocorrect|autocapitalize|xmlns|src|alt)$/
const PICTURE = /^media:\/\/library\/[0-9a-f]{64}$/

/** Times, what is saved, the fields of the margin, and a desk that shows an answer to a question nobody will have asked. */
const PASSING = 'time, [data-save], [role="tabpanel"], [data-first-view="false"]'

/** What React and React Aria keep among the elements for their own use. */
const UNSEEN = 'template, [hidden], [data-a11y-ignore]'

/** JSON for `app.keepFirstScreen`; null when what is shown would not be what the next start shows. */
export function takeFirstScreen(): string | null {
  const root = document.getElementById('root')?.firstElementChild
  const isPlain =
    root instanceof HTMLElement &&
    root.querySelector('[data-overlay]') === null &&
    root.querySelector('.galley [contenteditable="true"]') !== null
  if (!isPlain) return null
  const styles = [...document.styleSheets].flatMap(({ href }) =>
    href?.startsWith(`${location.origin}/assets/`) === true && !href.endsWith('/first-screen.css')
      ? [new URL(href).pathname]
      : [],
  )
  return JSON.stringify({ styles, root: shownOf(root) })
}

function shownOf(element: Element): Shown {
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) if (!LEFT_OUT.test(name)) attributes[name] = value
  const source = element.getAttribute('src') ?? ''
  if (element.localName === 'img' && PICTURE.test(source)) attributes['src'] = source
  return { tag: element.localName, attributes, style: styleOf(element), children: childrenOf(element) }
}

function styleOf(element: Element): Record<string, string> {
  if (!(element instanceof HTMLElement)) return {}
  return Object.fromEntries([...element.style].map((name) => [name, element.style.getPropertyValue(name)]))
}

function childrenOf(element: Element): (Shown | string)[] {
  const isScrolledDesk = element.scrollTop > 0 && element.closest('#desk') !== null
  if (isScrolledDesk || element.matches(PASSING)) return []
  const nodes = element.matches('[contenteditable="true"]') ? topBlocks(element) : [...element.childNodes]
  return nodes.flatMap((node): (Shown | string)[] => {
    if (node instanceof Text) return [node.data]
    return node instanceof Element && !node.matches(UNSEEN) ? [shownOf(node)] : []
  })
}

/** An article opens at its top, wherever it was left. */
function topBlocks(text: Element): Element[] {
  const { top } = text.getBoundingClientRect()
  return [...text.children].filter((block) => block.getBoundingClientRect().top - top < innerHeight)
}
