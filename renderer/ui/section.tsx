// A titled group of fields that can be folded away.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { classNames } from './class-names.ts'
import styles from './section.module.css'

export function Section({
  title,
  aside,
  isOpenAtFirst = true,
  children,
}: {
  title: string
  aside?: ReactNode
  isOpenAtFirst?: boolean
  children: ReactNode
}) {
  return (
    <Disclosure className={classNames(styles.section)} defaultExpanded={isOpenAtFirst}>
      <Heading level={2} className={classNames(styles.heading)}>
        <Button slot="trigger" className={classNames(styles.trigger)}>
          <ChevronRight aria-hidden className={styles.chevron} />
          {title}
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={classNames(styles.panel)}>
        <div className={styles.fields}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
