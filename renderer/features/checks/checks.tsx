// What is still missing: TKs and empty fields, each one press from its place.
import { CircleAlert, PenLine } from 'lucide-react'
import { type DraftReplica, editorHandle } from '../../editor/index.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import type { MetaHandle } from '../../state/meta-handle.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { counted } from '../../copy/number-words.ts'
import styles from './checks.module.css'
import { fieldHints } from './field-hints.ts'
import { useSettledArticle } from './use-settled-article.ts'
import { tksByBlock } from './tks-by-block.ts'

export function Checks({ replica, meta }: { replica: DraftReplica; meta: MetaHandle }) {
  const content = useSettledArticle(replica)
  const fields = useMeta(meta, (all) => all)
  if (content === null) return null
  const tks = tksByBlock(content, fields)
  const hints = fieldHints(content, fields)
  if (tks.length === 0 && hints.length === 0)
    return (
      <EmptyState title="Nothing is missing">
        No TK is left, and headline, byline, section, pictures and links have what they need.
      </EmptyState>
    )
  return (
    <div className={styles.checks}>
      {tks.length === 0 ? null : (
        <section aria-label="TK">
          <h2 className={styles.title}>{counted(tks.length, 'TK')}</h2>
          <ul>
            {tks.map((tk, index) => (
              <li key={index}>
                <Finding
                  icon={<PenLine aria-hidden />}
                  place={tk.place}
                  text={tk.excerpt}
                  {...(tk.block === null
                    ? {}
                    : { onPress: () => editorHandle()?.revealBlock(tk.block ?? 0) })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {hints.length === 0 ? null : (
        <section aria-label="Missing">
          <h2 className={styles.title}>Missing</h2>
          <ul>
            {hints.map((hint) => (
              <li key={hint.text}>
                <Finding
                  icon={<CircleAlert aria-hidden />}
                  place={hint.place}
                  text={hint.text}
                  {...(hint.block === null
                    ? {}
                    : { onPress: () => editorHandle()?.revealBlock(hint.block ?? 0) })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Finding({
  icon,
  place,
  text,
  onPress,
}: {
  icon: React.ReactNode
  place: string
  text: string
  onPress?: () => void
}) {
  const words = (
    <>
      {icon}
      <span className={styles.words}>
        <span className={styles.place}>{place}</span>
        <span dir="auto">{text}</span>
      </span>
    </>
  )
  return onPress ? (
    <button type="button" className={styles.finding} onClick={onPress}>
      {words}
    </button>
  ) : (
    <div className={styles.finding}>{words}</div>
  )
}
