// A bug, said plainly: what it means for the text, and what to report.
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

export function DefectDialog({ detail, onClose }: { detail: string; onClose: () => void }) {
  return (
    <Dialog
      title="Something went wrong in Stet"
      size="narrow"
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => window.location.reload()}>Reload the window</Button>
          <Button weight="primary" autoFocus onPress={onClose}>
            Go on
          </Button>
        </>
      }
    >
      <p>
        This is a mistake in the program, not in your text. What the status line shows as saved is on disk. If
        the window behaves strangely, reload it.
      </p>
      <p>
        To report it: <code>{detail}</code>
      </p>
    </Dialog>
  )
}
