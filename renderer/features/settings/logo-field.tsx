// The picture in the masthead. It is cleaned as it comes in, like every picture, and lies in the library.
import type { AssetId } from '#shared/article/ids.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { Button } from '../../ui/button.tsx'
import styles from './profile-dialog.module.css'

export function LogoField({
  logo,
  onChange,
}: {
  logo: AssetId | null
  onChange: (logo: AssetId | null) => void
}) {
  const desktop = useDesktop()
  const pick = async () => {
    const answer = await desktop.assets.pick({})
    if (!answer.ok) return answer.error.type === 'Cancelled' ? undefined : reportOutcome(answer.error)
    const [picture] = answer.value
    if (picture !== undefined) onChange(picture.assetId)
  }
  return (
    <div role="group" aria-label="Logo" className={styles.logo}>
      <p>
        <span className={styles.label}>Logo</span>
        {logo === null
          ? 'None: the name stands in letters.'
          : 'Stands in the masthead, on a light plate in dark pages.'}
      </p>
      <Button onPress={() => void pick()}>{logo === null ? 'Choose a picture…' : 'Choose another…'}</Button>
      {logo === null ? null : (
        <Button weight="quiet" onPress={() => onChange(null)}>
          Take it away
        </Button>
      )}
    </div>
  )
}
