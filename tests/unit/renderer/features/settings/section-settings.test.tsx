import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useLiveQuery } from '#renderer/bridge/use-live-query.ts'
import { linesOf, SectionSettings } from '#renderer/features/settings/section-settings.tsx'
import { createFakeDesktop } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)

it('a list of sections loses empty lines, spaces and repeats, and keeps its order', () => {
  expect(linesOf(' World \n\nPolitics\nWorld\n  \nCulture')).toEqual(['World', 'Politics', 'Culture'])
})

function Offered() {
  const live = useLiveQuery('library', 'sections', {})
  return <p data-testid="offered">{live.kind === 'ready' ? live.value.join(' ') : ''}</p>
}

it('saved sections are offered at once', async () => {
  renderWithDesktop(
    <>
      <SectionSettings />
      <Offered />
    </>,
    createFakeDesktop({ sections: ['World'] }),
  )
  fireEvent.change(await screen.findByLabelText('Sections, one a line'), {
    target: { value: 'Harbour\nWorld' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Save the sections' }))
  await waitFor(() => expect(screen.getByTestId('offered').textContent).toBe('Harbour World'))
})
