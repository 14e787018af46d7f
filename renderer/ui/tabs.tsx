// Tabs: one panel at a time, arrows move between tabs.
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { classNames } from './class-names.ts'
import styles from './tabs.module.css'

export interface TabInfo<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
  readonly panel: ReactNode
}

export function Tabs<T extends string>({
  label,
  tabs,
  selected,
  onSelect,
  isFlush = false,
}: {
  label: string
  tabs: readonly TabInfo<T>[]
  selected: T
  onSelect: (id: T) => void
  /** Where the surrounding page has a margin of its own. */
  isFlush?: boolean
}) {
  return (
    <AriaTabs
      className={classNames(styles.tabs)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen) onSelect(chosen.id)
      }}
    >
      <TabList aria-label={label} className={classNames(styles.list, isFlush && styles.flush)}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={classNames(styles.tab)}>
            {tab.label}
            {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={classNames(styles.panel)}>
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
