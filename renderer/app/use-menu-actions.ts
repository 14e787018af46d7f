// The native menu: told which actions can be used, and heard when one is chosen.
import { useEffect } from 'react'
import { ACTIONS, type ActionId } from '#shared/actions/actions.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { isActionEnabled, runAction, subscribeActions } from './action-registry.ts'

const IDS: ReadonlySet<string> = new Set(ACTIONS.map((action) => action.id))
const isActionId = (id: string): id is ActionId => IDS.has(id)

export function useMenuActions(): void {
  const desktop = useDesktop()
  useEffect(() => {
    let told = ''
    const tell = () => {
      const enabled = ACTIONS.map((action) => action.id).filter(isActionEnabled)
      const key = enabled.join(' ')
      if (key === told) return
      told = key
      void desktop.app.actionsEnabled({ enabled })
    }
    tell()
    const stops = [
      subscribeActions(tell),
      desktop.app.onActionInvoked(({ actionId }) => {
        if (isActionId(actionId)) runAction(actionId)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [desktop])
}
