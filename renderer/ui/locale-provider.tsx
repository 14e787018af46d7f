// The interface speaks British English with a 24-hour clock, whatever the system speaks, as all of its words do.
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

export function LocaleProvider({ children }: { children: ReactNode }) {
  return <I18nProvider locale="en-GB">{children}</I18nProvider>
}
