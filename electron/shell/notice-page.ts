// A calm page of text and links, with no script: shown where the real page cannot be (a library that does not open, a
// window that keeps crashing). Its links lead nowhere; window-guards.ts turns them into choices.
import { APP_ORIGIN } from './security.ts'

export interface Notice {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The first is the one Enter takes. */
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

export const NOTICE_STYLE_ADDRESS = '/notice.css'
const CHOICE_PREFIX = `${APP_ORIGIN}/choice/`

/** The choice a followed link stands for, or null when it is an ordinary address. */
export const choiceOf = (url: string): string | null =>
  url.startsWith(CHOICE_PREFIX) ? url.slice(CHOICE_PREFIX.length) : null

export function renderNotice({ title, paragraphs, choices }: Notice): string {
  const links = choices.map(
    ({ id, label }, i) =>
      `<a href="${CHOICE_PREFIX}${escape(id)}"${i === 0 ? ' autofocus' : ''}>${escape(label)}</a>`,
  )
  return [
    '<!doctype html>',
    '<html lang="en" data-ready="true"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    `<link rel="stylesheet" href="${NOTICE_STYLE_ADDRESS}"></head>`,
    `<body><main><h1>${escape(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escape(text)}</p>`),
    `<nav aria-label="What to do">${links.join('')}</nav></main></body></html>`,
  ].join('\n')
}

/** The product's faces among the files of the build; without them the system's will do. */
export function noticeFaces(addresses: Iterable<string>): string {
  const faces = {
    Newsreader: /\/newsreader-latin-opsz-normal-[^/]*\.woff2$/,
    Inter: /\/inter-latin-wght-normal-[^/]*\.woff2$/,
  }
  const found = [...addresses]
  return Object.entries(faces)
    .flatMap(([family, pattern]) => {
      const address = found.find((candidate) => pattern.test(candidate))
      return address === undefined
        ? []
        : [
            `@font-face { font-family: ${family}; src: url(${address}) format('woff2'); font-weight: 200 800; }`,
          ]
    })
    .join('\n')
}

/** Colours are the roles of renderer/styles/themes.css; this page must not depend on anything that could fail to load. */
export const NOTICE_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --muted: #6b675e; --rule: #e4e1d8; --accent: #1d4ed8; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #ece9e2; --muted: #a8a397; --rule: #35322c; --accent: #9db7ff; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 15px/1.55 Inter, system-ui, sans-serif; }
main { width: min(36rem, 100% - 3rem); padding-block: 3rem; }
h1 { margin: 0 0 1rem; font: 600 1.9rem/1.2 Newsreader, Georgia, serif; text-wrap: balance; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
p + p { color: var(--muted); }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
a { padding: 0.4rem 0.9rem; border: 1px solid var(--rule); border-radius: 6px; color: inherit; text-decoration: none; }
a:first-child { border-color: var(--accent); color: var(--accent); }
a:hover { border-color: currentColor; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
