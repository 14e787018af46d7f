// What an import did with one file, line by line: what was recognised, assumed, dropped.
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Receipt } from '#shared/ipc/groups/imports.ts'
import { UNTITLED } from '../../copy/status-words.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import-dialog.module.css'

type Level = Receipt['lines'][number]['level']
const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const
const LEVEL_WORDS: Readonly<Record<Level, string>> = { info: 'Note', warning: 'Warning', error: 'Error' }

export function ReceiptView({
  receipt,
  onOpen,
}: {
  receipt: Receipt
  onOpen: (articleId: ArticleId) => void
}) {
  const { articleId } = receipt
  return (
    <section className={styles.receipt} aria-label={receipt.fileName}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h3 dir="auto">
            {articleId === null ? 'Not imported' : receipt.headline === '' ? UNTITLED : receipt.headline}
          </h3>
          <p className={styles.file}>{receipt.fileName}</p>
        </div>
        {articleId === null ? null : <Button onPress={() => onOpen(articleId)}>Open</Button>}
      </header>
      <ul className={styles.lines}>
        {receipt.lines.map((line, index) => {
          const Icon = ICONS[line.level]
          return (
            <li key={index} data-level={line.level}>
              <Icon aria-label={LEVEL_WORDS[line.level]} />
              <span dir="auto">{line.text}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
