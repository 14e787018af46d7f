/** Every Yjs transaction in main carries one of these (DR7); code switches on `source` exhaustively. */
export type Origin =
  | { readonly source: 'window'; readonly windowId: number }
  | { readonly source: 'sync' }
  | { readonly source: 'upgrade' }
  | { readonly source: 'restore' }
  | { readonly source: 'import' }
  | { readonly source: 'create' }
