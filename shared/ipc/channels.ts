// Names only: what the preload needs, without zod. tests/unit/shared/ipc/channels.test.ts proves it equals the contract.

export const CALL_CHANNEL = 'stet:call'
export const EVENT_CHANNEL = 'stet:event'

export const channels = {
  app: {
    commands: [
      'info',
      'openWindow',
      'showing',
      'openExternal',
      'chooseLibrary',
      'actionsEnabled',
      'keepFirstScreen',
      'readyToClose',
    ],
    events: ['closing', 'actionInvoked', 'libraryState'],
  },
  library: {
    commands: ['list', 'get', 'create', 'duplicate', 'act', 'sections', 'saveSections', 'profile'],
    events: ['changed'],
  },
  drafts: { commands: ['open', 'push', 'close', 'rescue'], events: ['changed'] },
  revisions: { commands: ['list', 'read', 'take', 'restore', 'prepareRestore'], events: ['changed'] },
  review: { commands: ['moments', 'looked', 'articleAt', 'attribution', 'cancel'], events: [] },
  exports: { commands: ['preview', 'save', 'text'], events: [] },
  publishing: {
    commands: [
      'state',
      'act',
      'setLegal',
      'setHold',
      'overrideEmbargo',
      'plan',
      'preview',
      'publish',
      'notes',
      'editions',
      'editionPage',
      'editionAt',
      'exportEdition',
    ],
    events: ['changed'],
  },
  checks: {
    commands: [
      'context',
      'waive',
      'withdraw',
      'deskFile',
      'saveDeskFile',
      'importDeskFile',
      'exportDeskFile',
      'addHouseWord',
    ],
    events: ['changed'],
  },
  assets: { commands: ['add', 'pick'], events: [] },
  imports: { commands: ['pick', 'cancel'], events: ['progress'] },
  profiles: { commands: ['list', 'save', 'remove', 'makeDefault', 'sample'], events: ['changed'] },
  corrections: { commands: ['preview', 'save'], events: [] },
  settings: { commands: ['get', 'set'], events: ['changed'] },
} as const
