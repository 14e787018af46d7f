// Moves focus into the toolbar, wherever the frame has put it.

export function focusToolbar(): void {
  document.querySelector<HTMLElement>('[data-editor-toolbar] [tabindex="0"]')?.focus()
}
