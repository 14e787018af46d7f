import { describe, expect, it } from 'vitest'
import { bindActions, isActionEnabled, runAction } from '#renderer/app/action-registry.ts'

describe('action registry', () => {
  it('an action nobody bound cannot be run', () => {
    expect(isActionEnabled('edit.undo')).toBe(false)
    expect(runAction('edit.undo')).toBe(false)
  })

  it('the latest binding runs, and the one before it again once it is gone', () => {
    const ran: string[] = []
    const unbindWindow = bindActions({ 'go.galley': { run: () => ran.push('window') } })
    const unbindEditor = bindActions({ 'go.galley': { run: () => ran.push('editor') } })
    runAction('go.galley')
    unbindEditor()
    runAction('go.galley')
    unbindWindow()
    expect(runAction('go.galley')).toBe(false)
    expect(ran).toEqual(['editor', 'window'])
  })

  it('a binding that says no is not run', () => {
    const unbind = bindActions({ 'edit.redo': { run: () => expect.fail(), isEnabled: () => false } })
    expect(runAction('edit.redo')).toBe(false)
    unbind()
  })
})
