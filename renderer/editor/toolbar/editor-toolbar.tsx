// The slim bar of what one reaches for while writing. It acts on the mounted editor, takes no focus from the text when pressed with
// the mouse, and is one Tab stop: arrows move inside of it, Escape goes back to the text.
import {
  Bold,
  Code,
  Image,
  Italic,
  Languages,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Plus,
  Quote,
  Redo2,
  RemoveFormatting,
  Search,
  Subscript,
  Superscript,
  Table2,
  Type,
  Undo2,
} from 'lucide-react'
import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { ACTIONS, type ActionId } from '#shared/actions/actions.ts'
import { runAction } from '../../app/action-registry.ts'
import { isMacPlatform, shortcutWords } from '../../app/shortcut.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'
import { TOOLBAR_LABEL } from '../editor-words.ts'
import { type MountedEditor, useMountedEditor } from '../mounted-editor.ts'
import { type ActionStates, createActionStates } from './action-states.ts'
import { BLOCK_KINDS } from './block-kind.ts'
import { createRoving } from './roving.ts'
import styles from './editor-toolbar.module.css'

type Tool = readonly [ActionId, LucideIcon]

const HISTORY: readonly Tool[] = [
  ['edit.undo', Undo2],
  ['edit.redo', Redo2],
]
const MARKS: readonly Tool[] = [
  ['format.strong', Bold],
  ['format.emphasis', Italic],
  ['format.link', Link2],
]
const BLOCKS: readonly Tool[] = [
  ['format.bullet-list', List],
  ['format.ordered-list', ListOrdered],
  ['insert.block-quote', Quote],
  ['insert.picture', Image],
]
const INSERTED: readonly Tool[] = [
  ['insert.table', Table2],
  ['insert.pull-quote', Quote],
  ['insert.fact-box', Plus],
  ['insert.rule', Minus],
  ['insert.stash', Plus],
]
const RARE: readonly Tool[] = [
  ['format.superscript', Superscript],
  ['format.subscript', Subscript],
  ['format.code', Code],
  ['format.language', Languages],
  ['format.clear', RemoveFormatting],
]

export function EditorToolbar() {
  const mounted = useMountedEditor()
  return mounted === null ? null : <Bar mounted={mounted} />
}

function Bar({ mounted }: { readonly mounted: MountedEditor }) {
  const { editor, actions } = mounted
  const store = useMemo(() => createActionStates(editor, actions), [editor, actions])
  const states = useSyncExternalStore(store.subscribe, store.get)
  const [roving] = useState(createRoving)
  useLayoutEffect(() => roving.settle(), [roving, states])
  const has = ([id]: Tool) => actions[id] !== undefined || id === 'edit.find'

  const button = ([id, Icon]: Tool) => (
    <ToolButton key={id} id={id} Icon={Icon} states={states} isToggle={actions[id]?.isActive !== undefined} />
  )
  const group = (tools: readonly Tool[]) => tools.filter(has).map(button)
  const entries = (tools: readonly Tool[]): MenuEntry[] =>
    tools.filter(has).map(([id, Icon]) => ({
      id,
      label: labelOf(id),
      icon: <Icon aria-hidden />,
      shortcut: keysOf(id),
      isDisabled: !states.enabled.has(id),
      run: () => runTool(id),
    }))
  const kind = BLOCK_KINDS.find(({ id }) => states.active.has(id))?.label ?? states.kind

  return (
    <div
      role="toolbar"
      aria-label={TOOLBAR_LABEL}
      aria-orientation="horizontal"
      data-editor-toolbar
      className={styles.bar}
      ref={(bar) => roving.attach(bar)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus()
        else roving.onKeyDown(event)
      }}
      onFocus={(event) => roving.onFocus(event)}
    >
      <MenuButton
        label="Kind of block"
        trigger={
          <Button weight="quiet" preventFocusOnPress aria-label={`Kind of block: ${kind}`}>
            <span className={styles.kind}>{kind}</span>
          </Button>
        }
        entries={BLOCK_KINDS.map(({ id, label }) => ({
          id,
          label,
          shortcut: keysOf(id),
          isDisabled: !states.enabled.has(id) && !states.active.has(id),
          run: () => runTool(id),
        }))}
      />
      <Gap />
      {group(MARKS)}
      <MenuButton
        label="More formatting"
        trigger={
          <IconButton
            label="More formatting"
            icon={<Type aria-hidden />}
            preventFocusOnPress
            onPress={() => {}}
          />
        }
        entries={entries(RARE)}
      />
      <Gap />
      {group(BLOCKS)}
      <MenuButton
        label="Insert"
        trigger={
          <IconButton label="Insert" icon={<Plus aria-hidden />} preventFocusOnPress onPress={() => {}} />
        }
        entries={entries(INSERTED)}
      />
      <Gap />
      {group(HISTORY)}
      <ToolButton id="edit.find" Icon={Search} states={null} isToggle={false} />
    </div>
  )
}

function ToolButton({
  id,
  Icon,
  states,
  isToggle,
}: {
  readonly id: ActionId
  readonly Icon: LucideIcon
  readonly states: ActionStates | null
  readonly isToggle: boolean
}) {
  return (
    <IconButton
      label={labelOf(id)}
      shortcut={keysOf(id)}
      icon={<Icon aria-hidden />}
      preventFocusOnPress
      isDisabled={states !== null && !states.enabled.has(id)}
      {...(isToggle ? { isSelected: states?.active.has(id) === true } : {})}
      onPress={() => runTool(id)}
    />
  )
}

const Gap = () => <span className={styles.gap} aria-hidden />

const runTool = (id: ActionId): void => void runAction(id)
const actionOf = (id: ActionId) => ACTIONS.find((action) => action.id === id)
const labelOf = (id: ActionId): string => actionOf(id)?.label ?? id
function keysOf(id: ActionId): string | null {
  const shortcut = actionOf(id)?.shortcut ?? null
  return shortcut === null ? null : shortcutWords(shortcut, isMacPlatform())
}
