// Makes this window read a group again at once after its own command changed it: events are gathered, or say nothing of it.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { GroupName } from '#shared/ipc/desktop-api.ts'

export function useRefresh(): (group: GroupName) => void {
  const client = useQueryClient()
  return useCallback((group) => void client.invalidateQueries({ queryKey: [group] }), [client])
}
