// What the checks say of the open article, in short: beside the decision to publish it.
import { runAction } from '../../app/action-registry.ts'
import { counted } from '../../copy/number-words.ts'
import { Button } from '../../ui/button.tsx'
import { useChecks } from './checks-store.ts'
import styles from './checks.module.css'

/** Sentences shown; all of them are a press away. */
const MAX_SHOWN = 5

export function ChecksSummary({ onLeave }: { readonly onLeave: () => void }) {
  const results = useChecks((state) => state.results)
  if (results === null) return null
  const found = results.open.filter(({ level }) => level !== 'INFO')
  if (found.length === 0)
    return (
      <section aria-label="Checks">
        <h3>Checks</h3>
        <p>Nothing to mend.</p>
      </section>
    )
  const more = found.length - MAX_SHOWN
  return (
    <section aria-label="Checks" className={styles.summary}>
      <h3>Checks: {counted(found.length, 'finding')}</h3>
      <ul>
        {found.slice(0, MAX_SHOWN).map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
        {more > 0 ? <li>and {more} more</li> : null}
      </ul>
      <div>
        <Button
          onPress={() => {
            onLeave()
            runAction('go.checks')
          }}
        >
          Show the checks
        </Button>
      </div>
    </section>
  )
}
