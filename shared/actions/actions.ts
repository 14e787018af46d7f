// Every action of the window, once: menu, palette and shortcuts are built from this list and cannot disagree.
// The renderer binds `run` and `isEnabled` by id (renderer/app/); the shell builds the native menu from it.

/** Electron accelerator spelling; 'Mod' is Cmd on macOS, Ctrl elsewhere. */
export interface ActionInfo {
  readonly id: string
  readonly label: string
  readonly shortcut: string | null
  readonly menu: 'File' | 'Edit' | 'Insert' | 'Format' | 'View' | 'Article' | 'Go' | 'Help'
  /** A separator stands before it in the menu. */
  readonly startsGroup?: true
}

export const ACTIONS = [
  { id: 'article.new', label: 'New Article', shortcut: 'Mod+N', menu: 'File' },
  { id: 'article.open-window', label: 'Open in New Window', shortcut: 'Mod+Shift+N', menu: 'File' },
  { id: 'article.duplicate', label: 'Duplicate Article', shortcut: null, menu: 'File' },
  { id: 'article.save-copy', label: 'Save a Copy Elsewhere…', shortcut: null, menu: 'File' },
  { id: 'import.files', label: 'Import…', shortcut: 'Mod+Shift+I', menu: 'File', startsGroup: true },
  { id: 'export.preview', label: 'Preview Page', shortcut: 'Mod+Shift+P', menu: 'File' },
  { id: 'export.save', label: 'Export…', shortcut: 'Mod+E', menu: 'File' },
  { id: 'export.copy-html', label: 'Copy as HTML', shortcut: null, menu: 'File' },
  { id: 'export.copy-markdown', label: 'Copy as Markdown', shortcut: null, menu: 'File' },
  { id: 'export.copy-text', label: 'Copy as Text', shortcut: null, menu: 'File' },
  { id: 'export.corrections', label: 'Corrections Log…', shortcut: null, menu: 'File' },
  { id: 'library.open', label: 'Open Library…', shortcut: null, menu: 'File', startsGroup: true },
  { id: 'library.new', label: 'New Library…', shortcut: null, menu: 'File' },
  { id: 'app.settings', label: 'Settings…', shortcut: 'Mod+,', menu: 'File', startsGroup: true },

  { id: 'edit.undo', label: 'Undo', shortcut: 'Mod+Z', menu: 'Edit' },
  { id: 'edit.redo', label: 'Redo', shortcut: 'Mod+Shift+Z', menu: 'Edit' },
  {
    id: 'edit.paste-plain',
    label: 'Paste Without Formatting',
    shortcut: 'Mod+Shift+V',
    menu: 'Edit',
    startsGroup: true,
  },
  { id: 'edit.find', label: 'Find and Replace', shortcut: 'Mod+F', menu: 'Edit', startsGroup: true },
  { id: 'edit.find-next', label: 'Find Next', shortcut: 'Mod+G', menu: 'Edit' },
  { id: 'edit.find-previous', label: 'Find Previous', shortcut: 'Mod+Shift+G', menu: 'Edit' },

  {
    id: 'spelling.suggest',
    label: 'Spelling Suggestions…',
    shortcut: 'Mod+;',
    menu: 'Edit',
    startsGroup: true,
  },
  { id: 'spelling.next', label: 'Next Misspelling', shortcut: 'Alt+F7', menu: 'Edit' },

  { id: 'insert.picture', label: 'Picture…', shortcut: 'Mod+Alt+P', menu: 'Insert' },
  { id: 'insert.table', label: 'Table', shortcut: 'Mod+Alt+T', menu: 'Insert' },
  { id: 'insert.block-quote', label: 'Quote', shortcut: 'Mod+Shift+B', menu: 'Insert' },
  { id: 'insert.pull-quote', label: 'Pull Quote', shortcut: null, menu: 'Insert' },
  { id: 'insert.fact-box', label: 'Fact Box', shortcut: null, menu: 'Insert' },
  { id: 'insert.stash', label: 'Stash Passage', shortcut: 'Mod+Alt+S', menu: 'Insert' },
  { id: 'insert.rule', label: 'Horizontal Rule', shortcut: null, menu: 'Insert' },

  { id: 'format.strong', label: 'Strong', shortcut: 'Mod+B', menu: 'Format' },
  { id: 'format.emphasis', label: 'Emphasis', shortcut: 'Mod+I', menu: 'Format' },
  { id: 'format.link', label: 'Link…', shortcut: 'Mod+Shift+K', menu: 'Format' },
  { id: 'format.superscript', label: 'Superscript', shortcut: 'Mod+.', menu: 'Format' },
  { id: 'format.subscript', label: 'Subscript', shortcut: 'Mod+Shift+.', menu: 'Format' },
  { id: 'format.code', label: 'Code', shortcut: 'Mod+`', menu: 'Format' },
  { id: 'format.language', label: 'Language of Selection…', shortcut: null, menu: 'Format' },
  { id: 'format.clear', label: 'Clear Formatting', shortcut: 'Mod+\\', menu: 'Format' },
  { id: 'format.paragraph', label: 'Paragraph', shortcut: 'Mod+Alt+0', menu: 'Format', startsGroup: true },
  { id: 'format.heading-2', label: 'Heading 2', shortcut: 'Mod+Alt+2', menu: 'Format' },
  { id: 'format.heading-3', label: 'Heading 3', shortcut: 'Mod+Alt+3', menu: 'Format' },
  { id: 'format.heading-4', label: 'Heading 4', shortcut: 'Mod+Alt+4', menu: 'Format' },
  { id: 'format.bullet-list', label: 'Bullet List', shortcut: 'Mod+Shift+8', menu: 'Format' },
  { id: 'format.ordered-list', label: 'Numbered List', shortcut: 'Mod+Shift+7', menu: 'Format' },

  { id: 'view.palette', label: 'Command Palette…', shortcut: 'Mod+K', menu: 'View' },
  { id: 'view.desk', label: 'Show or Hide Desk', shortcut: 'Mod+Alt+1', menu: 'View', startsGroup: true },
  { id: 'view.margin', label: 'Show or Hide Margin', shortcut: 'Mod+Alt+9', menu: 'View' },
  { id: 'view.focus-mode', label: 'Focus Mode', shortcut: 'Mod+Shift+F', menu: 'View' },
  { id: 'view.zoom-in', label: 'Zoom In', shortcut: 'Mod+=', menu: 'View', startsGroup: true },
  { id: 'view.zoom-out', label: 'Zoom Out', shortcut: 'Mod+-', menu: 'View' },
  { id: 'view.zoom-reset', label: 'Actual Size', shortcut: 'Mod+0', menu: 'View' },
  { id: 'view.theme', label: 'Switch Light / Dark', shortcut: null, menu: 'View', startsGroup: true },

  { id: 'revision.name', label: 'Name This Revision…', shortcut: 'Mod+S', menu: 'Article' },
  {
    id: 'review.open',
    label: 'Review Changes…',
    shortcut: 'Mod+Shift+R',
    menu: 'Article',
    startsGroup: true,
  },
  {
    id: 'review.since-looked',
    label: 'Review Since I Last Looked',
    shortcut: 'Mod+Alt+L',
    menu: 'Article',
  },
  { id: 'review.since-edition', label: 'Review Since Last Edition', shortcut: null, menu: 'Article' },
  { id: 'review.since-filed', label: 'Review Since Filed', shortcut: null, menu: 'Article' },
  { id: 'review.next-change', label: 'Next Change', shortcut: 'F7', menu: 'Article' },
  { id: 'review.previous-change', label: 'Previous Change', shortcut: 'Shift+F7', menu: 'Article' },
  { id: 'review.take-back', label: 'Take Back This Change', shortcut: 'Mod+Alt+Z', menu: 'Article' },
  {
    id: 'review.take-back-block',
    label: 'Take Back Everything in This Block',
    shortcut: null,
    menu: 'Article',
  },
  { id: 'review.take-back-rest', label: 'Take Back Everything From Here', shortcut: null, menu: 'Article' },
  { id: 'review.restore', label: 'Restore the Whole Version', shortcut: null, menu: 'Article' },
  { id: 'review.swap', label: 'Swap Before and After', shortcut: null, menu: 'Article' },
  { id: 'review.who-wrote', label: 'Who Wrote This…', shortcut: null, menu: 'Article' },
  { id: 'review.close', label: 'Close the Review', shortcut: null, menu: 'Article' },
  { id: 'article.file', label: 'File to the Desk', shortcut: null, menu: 'Article', startsGroup: true },
  { id: 'article.return', label: 'Return to Writer…', shortcut: null, menu: 'Article' },
  { id: 'article.ready', label: 'Mark Ready', shortcut: null, menu: 'Article' },
  { id: 'article.require-legal', label: 'Ask for Legal Review…', shortcut: null, menu: 'Article' },
  { id: 'article.clear-legal', label: 'Clear for Legal…', shortcut: null, menu: 'Article' },
  { id: 'article.drop-legal', label: 'No Legal Review Needed…', shortcut: null, menu: 'Article' },
  { id: 'article.hold', label: 'Put on Hold…', shortcut: null, menu: 'Article' },
  { id: 'article.release', label: 'Release the Hold…', shortcut: null, menu: 'Article' },
  {
    id: 'article.publish',
    label: 'Publish…',
    shortcut: 'Mod+Shift+E',
    menu: 'Article',
    startsGroup: true,
  },
  { id: 'article.seen-at', label: 'What Readers Saw at…', shortcut: null, menu: 'Article' },
  { id: 'article.kill', label: 'Kill…', shortcut: null, menu: 'Article' },
  { id: 'article.spike', label: 'Spike', shortcut: null, menu: 'Article', startsGroup: true },
  { id: 'article.revive', label: 'Revive', shortcut: null, menu: 'Article' },

  { id: 'go.next-pane', label: 'Next Pane', shortcut: 'F6', menu: 'Go' },
  { id: 'go.previous-pane', label: 'Previous Pane', shortcut: 'Shift+F6', menu: 'Go' },
  { id: 'go.search', label: 'Search the Desk', shortcut: 'Mod+Shift+D', menu: 'Go' },
  { id: 'go.galley', label: 'Galley', shortcut: 'Mod+Alt+G', menu: 'Go' },
  { id: 'go.toolbar', label: 'Toolbar', shortcut: 'Alt+F10', menu: 'Go' },
  { id: 'go.story', label: 'Story', shortcut: 'Mod+Alt+F', menu: 'Go', startsGroup: true },
  { id: 'go.review', label: 'Review', shortcut: 'Mod+Alt+R', menu: 'Go' },
  { id: 'go.history', label: 'History', shortcut: 'Mod+Alt+H', menu: 'Go' },
  { id: 'go.checks', label: 'Checks', shortcut: 'Mod+Alt+K', menu: 'Go' },
  { id: 'check.next', label: 'Next Finding', shortcut: 'F8', menu: 'Go' },
  { id: 'check.previous', label: 'Previous Finding', shortcut: 'Shift+F8', menu: 'Go' },

  { id: 'help.shortcuts', label: 'Keyboard Shortcuts', shortcut: 'Mod+/', menu: 'Help' },
  { id: 'help.about', label: 'About Stet', shortcut: null, menu: 'Help' },
] as const satisfies readonly ActionInfo[]

export type ActionId = (typeof ACTIONS)[number]['id']
