// Settings of this person, of the publication, and the list of sections.
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { HouseSettings } from './house-settings.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { type EditedProfile, PublicationSettings } from './publication-settings.tsx'
import { SectionSettings } from './section-settings.tsx'
import { WritingSettings } from './writing-settings.tsx'

type Tab = 'writing' | 'publication' | 'sections' | 'house'

export function SettingsDialog({ firstTab, onClose }: { firstTab: Tab; onClose: () => void }) {
  const [tab, setTab] = useState<Tab>(firstTab)
  const [edited, setEdited] = useState<EditedProfile | null>(null)
  if (edited !== null)
    return <ProfileDialog first={edited.profile} isNew={edited.isNew} onClose={() => setEdited(null)} />
  return (
    <Dialog title="Settings" size="normal" onClose={onClose}>
      <Tabs
        label="Settings"
        isFlush
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'writing', label: 'Writing', panel: <WritingSettings /> },
          { id: 'publication', label: 'Publication', panel: <PublicationSettings onEdit={setEdited} /> },
          { id: 'sections', label: 'Sections', panel: <SectionSettings /> },
          { id: 'house', label: 'House style', panel: <HouseSettings /> },
        ]}
      />
    </Dialog>
  )
}
