// Every shortcut, from the same list the menu and the palette are made of.
import { ACTIONS, type ActionInfo } from '#shared/actions/actions.ts'
import { isMacPlatform, shortcutWords } from '../../app/shortcut.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './shortcuts-dialog.module.css'

const MENUS: readonly ActionInfo['menu'][] = [
  'File',
  'Edit',
  'Insert',
  'Format',
  'View',
  'Article',
  'Go',
  'Help',
]

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const isMac = isMacPlatform()
  return (
    <Dialog title="Keyboard shortcuts" size="wide" isText onClose={onClose}>
      <div className={styles.columns}>
        {MENUS.map((menu) => {
          const actions = (ACTIONS as readonly ActionInfo[]).filter(
            (action) => action.menu === menu && action.shortcut !== null,
          )
          return actions.length === 0 ? null : (
            <section key={menu} className={styles.group}>
              <h3>{menu}</h3>
              <dl>
                {actions.map((action) => (
                  <div key={action.id} className={styles.row}>
                    <dt>{action.label.replace(/…$/, '')}</dt>
                    <dd>
                      <kbd>{shortcutWords(action.shortcut ?? '', isMac)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className={styles.more}>
        In lists, the arrow keys move and Enter opens; Shift+F10 shows what can be done. Between panes, F6
        moves on and Shift+F6 back; the line between two panes is moved with the arrow keys.
      </p>
    </Dialog>
  )
}
