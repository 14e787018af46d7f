// A date, a time and the zone they are meant in: an instant that stays right across daylight-saving changes.
import { fromAbsolute, toCalendarDateTime, toZoned, type ZonedDateTime } from '@internationalized/date'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import { ZoneField } from './zone-field.tsx'
import styles from './zoned-date-field.module.css'

export interface ZonedMoment {
  /** Epoch milliseconds. */
  readonly at: number
  readonly zone: string
}

export function ZonedDateField({
  label,
  value,
  zoneWhenNew,
  onChange,
  isDisabled = false,
  isRequired = false,
}: {
  label: string
  value: ZonedMoment | null
  zoneWhenNew: string
  onChange: (value: ZonedMoment | null) => void
  isDisabled?: boolean
  /** There is always one: nothing offers to remove it. */
  isRequired?: boolean
}) {
  if (value === null)
    return (
      <div className={styles.absent}>
        <span>No {label.toLowerCase()}</span>
        <Button isDisabled={isDisabled} onPress={() => onChange(nextFullHour(zoneWhenNew))}>
          Set {label.toLowerCase()}…
        </Button>
      </div>
    )
  const shown = fromAbsolute(value.at, value.zone)
  return (
    <div className={styles.present}>
      <DateField<ZonedDateTime>
        className={classNames(field.field)}
        granularity="minute"
        hideTimeZone
        shouldForceLeadingZeros
        isDisabled={isDisabled}
        value={shown}
        onChange={(next) => {
          if (next) onChange({ at: next.toDate().getTime(), zone: value.zone })
        }}
      >
        <div className={field.label}>
          <Label>{label}</Label>
        </div>
        <DateInput className={classNames(field.group, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={classNames(styles.segment)} />}
        </DateInput>
      </DateField>
      <ZoneField
        label={`${label} zone`}
        zone={value.zone}
        isDisabled={isDisabled}
        onChange={(zone) => {
          if (zone !== '') onChange({ at: atSameWallClock(shown, zone), zone })
        }}
      />
      {isRequired ? null : (
        <Button weight="quiet" isDisabled={isDisabled} onPress={() => onChange(null)}>
          Remove {label.toLowerCase()}
        </Button>
      )}
    </div>
  )
}

/** Another zone keeps the clock time that was written; the instant moves. */
export function atSameWallClock(moment: ZonedDateTime, zone: string): number {
  return toZoned(toCalendarDateTime(moment), zone).toDate().getTime()
}

function nextFullHour(zone: string): ZonedMoment {
  const next = fromAbsolute(Date.now(), zone).add({ hours: 1 }).set({ minute: 0, second: 0, millisecond: 0 })
  return { at: next.toDate().getTime(), zone }
}
