// Links that go nowhere, and links whose words say nothing about where they go.
import { lineRule } from '../rule.ts'

export const linkEmpty = lineRule(
  { id: 'link-empty', level: 'ERROR', about: 'Every link has an address and words.' },
  (line) =>
    line.links
      .filter(({ from, to, href }) => href.trim() === '' || isWordless(line.text.slice(from, to)))
      .map(({ from, to, href }) => ({
        sentence:
          href.trim() === ''
            ? 'This link has no address.'
            : 'This link has no words: nobody can see or press it.',
        spot: { line, from, to },
      })),
)

/** Words of a link that say nothing without the text around it, by language. */
const IDLE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'here',
    'click',
    'click here',
    'click this',
    'click this link',
    'this link',
    'this',
    'link',
    'the link',
    'more',
    'read more',
    'read on',
    'learn more',
    'find out more',
    'see more',
    'more here',
    'more info',
    'more information',
    'see here',
    'right here',
    'read here',
    'full story',
    'details',
    'go',
    'this page',
    'this article',
    'this story',
    'website',
    'the website',
    'continue',
    'continue reading',
    'source',
    'via',
  ],
  de: [
    'hier',
    'hier klicken',
    'klicken sie hier',
    'mehr',
    'mehr dazu',
    'mehr lesen',
    'weiterlesen',
    'weiter',
    'link',
    'dieser link',
    'mehr infos',
    'mehr informationen',
    'lesen sie mehr',
    'lesen sie hier mehr',
    'quelle',
  ],
  fr: [
    'ici',
    'cliquez ici',
    'cliquer ici',
    'lire la suite',
    'en savoir plus',
    'plus',
    'ce lien',
    'lien',
    'lire plus',
    'voir ici',
    'source',
  ],
  es: [
    'aquí',
    'aqui',
    'haga clic aquí',
    'haz clic aquí',
    'clic aquí',
    'pulse aquí',
    'leer más',
    'más',
    'ver más',
    'más información',
    'este enlace',
    'enlace',
    'seguir leyendo',
    'fuente',
  ],
} // prettier-ignore

const SETS = new Map(Object.entries(IDLE).map(([language, phrases]) => [language, new Set(phrases)]))
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i

export const linkText = lineRule(
  { id: 'link-text', level: 'WARN', about: 'The words of a link say where it goes.' },
  (line, { language }) =>
    line.links.flatMap(({ from, to, href }) => {
      const words = line.text.slice(from, to)
      if (href.trim() === '' || isWordless(words)) return []
      if (ADDRESS.test(words.trim()))
        return [
          {
            sentence: 'These link words are a bare address: say what is there.',
            spot: { line, from, to },
          },
        ]
      const phrase = words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      if (SETS.get(language)?.has(phrase) !== true) return []
      return [
        {
          sentence: `“${words.trim()}” says nothing about where the link goes.`,
          spot: { line, from, to },
        },
      ]
    }),
)

const isWordless = (words: string): boolean => !/[^\s\u200b\u2060\ufeff]/u.test(words)
