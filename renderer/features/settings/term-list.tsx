// The house terms as rows, those that fit the search.
import type { HouseTerm } from '#shared/workflow/checks/desk-file.ts'
import { counted } from '../../copy/number-words.ts'
import styles from './house-settings.module.css'

/** Rows shown at a time: more are found by searching. */
const MAX_ROWS = 100

interface Props {
  readonly terms: readonly HouseTerm[]
  readonly filter: string
  readonly onEdit: (index: number, term: HouseTerm) => void
}

export const ADVICE_WORDS = { fine: 'Fine', review: 'Look at it', amend: 'Change it' } as const

export function TermList({ terms, filter, onEdit }: Props) {
  const wanted = filter.trim().toLowerCase()
  const found = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => `${term.term}\n${term.replacement}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.term.term.localeCompare(b.term.term))
  if (found.length === 0)
    return (
      <p className={styles.none}>{terms.length === 0 ? 'There are no house terms yet.' : 'No term fits.'}</p>
    )
  const rest = found.length - MAX_ROWS
  return (
    <>
      <ul className={styles.terms} aria-label="House terms">
        {found.slice(0, MAX_ROWS).map(({ term, index }) => (
          <li key={index}>
            <button type="button" className={styles.term} onClick={() => onEdit(index, term)}>
              <span className={styles.words} dir="auto">
                {term.term}
                {term.replacement === '' ? null : (
                  <>
                    <span aria-hidden> → </span>
                    <span className={styles.hidden}> becomes </span>
                    {term.replacement}
                  </>
                )}
              </span>
              <span className={styles.advice}>{ADVICE_WORDS[term.advice]}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={styles.none}>and {counted(rest, 'more term')}: search for it</p> : null}
    </>
  )
}
