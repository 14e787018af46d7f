// What was let stand, by whom and why; folded away.
import type { ArticleId } from '#shared/article/ids.ts'
import type { WaivedFinding } from '#shared/workflow/checks/waiver.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { agoWords } from '../../copy/time-words.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useNow } from '../../state/use-now.ts'
import { Section } from '../../ui/section.tsx'
import styles from './checks.module.css'

interface Props {
  readonly articleId: ArticleId
  readonly waived: readonly WaivedFinding[]
  readonly onGo: (one: WaivedFinding) => void
}

export function WaivedList({ articleId, waived, onGo }: Props) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const now = useNow()
  const withdraw = async (finding: string) => {
    const answer = await desktop.checks.withdraw({ articleId, finding })
    if (!answer.ok) return reportOutcome(answer.error)
    refresh('checks')
  }
  return (
    <Section title="Let stand" aside={String(waived.length)} isOpenAtFirst={false}>
      <ul className={styles.waived}>
        {waived.map((one) => (
          <li key={one.finding.id} className={styles.row}>
            <button type="button" className={styles.stands} onClick={() => onGo(one)}>
              <span dir="auto">{one.finding.sentence}</span>
              <span className={styles.place} dir="auto">
                “{one.waiver.why}”
              </span>
              <span className={styles.place}>
                {one.waiver.who === '' ? 'Somebody without a name' : one.waiver.who},{' '}
                {agoWords(one.waiver.at, now)}
              </span>
            </button>
            <div className={styles.actions}>
              <button type="button" className={styles.act} onClick={() => void withdraw(one.finding.id)}>
                Ask again
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
