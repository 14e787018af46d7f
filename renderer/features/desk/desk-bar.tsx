// Status, filters, order and "new article": one slim row under the search.
import { ArrowDownUp, Check, ListFilter, SquarePen } from 'lucide-react'
import { SORT_ORDERS } from '#shared/library/article-summary.ts'
import { STATUSES } from '#shared/workflow/status.ts'
import { shortcutOf } from '../../app/shortcut-of.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { STATUS_WORDS } from '../../copy/status-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { PopoverButton } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './desk-bar.module.css'
import { countFilters, type DeskFilters, SORT_WORDS, type StatusFilter } from './desk-query.ts'

const STATUS_OPTIONS: readonly { id: StatusFilter; label: string }[] = [
  { id: 'all', label: 'All articles' },
  ...STATUSES.map((id) => ({ id, label: STATUS_WORDS[id] })),
]
/** No section may bear this name: it holds a character that no line of text can. */
const ANY_SECTION = '\n'

export function DeskBar({
  filters,
  onChange,
  onNew,
  hasName,
}: {
  filters: DeskFilters
  onChange: (patch: Partial<DeskFilters>) => void
  onNew: () => void
  hasName: boolean
}) {
  const sections = useLiveQuery('library', 'sections', {})
  const names = sections.kind === 'ready' ? sections.value : []
  const active = countFilters({ ...filters, status: 'all' })
  return (
    <div className={styles.bar}>
      <Select
        label="Status"
        isLabelHidden
        look="quiet"
        value={filters.status}
        options={STATUS_OPTIONS}
        onChange={(status) => onChange({ status })}
      />
      <span className={styles.space} />
      <PopoverButton
        label="Filters"
        trigger={
          <IconButton
            label={active === 0 ? 'Filters' : `Filters, ${active} in force`}
            icon={
              <span className={styles.badged}>
                <ListFilter aria-hidden />
                {active === 0 ? null : <span className={styles.badge}>{active}</span>}
              </span>
            }
          />
        }
      >
        <Select
          label="Section"
          value={filters.section ?? ANY_SECTION}
          options={[
            { id: ANY_SECTION, label: 'Any section' },
            ...names.map((name) => ({ id: name, label: name })),
          ]}
          onChange={(section) => onChange({ section: section === ANY_SECTION ? null : section })}
        />
        <Checkbox
          isSelected={filters.isMineOnly}
          isDisabled={!hasName}
          onChange={(isMineOnly) => onChange({ isMineOnly })}
        >
          {hasName ? 'Mine' : 'Mine (set your name in Settings first)'}
        </Checkbox>
        <Checkbox isSelected={filters.onlyTk} onChange={(onlyTk) => onChange({ onlyTk })}>
          Has TK
        </Checkbox>
        <Checkbox
          isSelected={filters.onlyEmbargoed}
          onChange={(onlyEmbargoed) => onChange({ onlyEmbargoed })}
        >
          Embargoed
        </Checkbox>
      </PopoverButton>
      <MenuButton
        label="Order"
        trigger={
          <IconButton label={`Order: ${SORT_WORDS[filters.sort]}`} icon={<ArrowDownUp aria-hidden />} />
        }
        entries={SORT_ORDERS.map((sort) => ({
          id: sort,
          label: SORT_WORDS[sort],
          icon: <Check aria-hidden className={filters.sort === sort ? '' : styles.blank} />,
          run: () => onChange({ sort }),
        }))}
      />
      <IconButton
        label="New article"
        shortcut={shortcutOf('article.new')}
        icon={<SquarePen aria-hidden />}
        onPress={onNew}
      />
    </div>
  )
}
