// Rules about what code does rather than what it imports. Each answers a sentence for a node that breaks it, or null.
import { literalOf } from './syntax.mjs'

const GLOBALS = ['window', 'globalThis', 'self']
const BRIDGE = 'stet'
/** Where Electron's two ends of the wire are held. */
const IPC_HOMES = { ipcMain: 'electron/shell/ipc-host.ts', ipcRenderer: 'electron/preload.ts' }

export const codeRules = {
  'one-bridge': {
    from: (file) => file.startsWith('renderer/') && !file.startsWith('renderer/bridge/'),
    breaks: (node) => namesBridge(node),
    says: `only renderer/bridge names window.${BRIDGE}; import the bridge`,
  },
  'one-ipc-host': {
    from: (file) => /^(electron|renderer|shared)\//.test(file),
    breaks: (node, file) =>
      node.type === 'ImportDeclaration' &&
      literalOf(node.source) === 'electron' &&
      node.specifiers.some(({ imported }) => (IPC_HOMES[imported?.name] ?? file) !== file),
    says: 'ipcMain and ipcRenderer are used in ipc-host.ts and preload.ts only; everything else speaks the contract',
  },
  'fakes-over-mocks': {
    from: (file) => file.startsWith('tests/') && !file.startsWith('tests/unit/electron/shell/'),
    breaks: ({ type, callee }) =>
      type === 'CallExpression' &&
      callee.type === 'MemberExpression' &&
      callee.object.name === 'vi' &&
      ['mock', 'doMock', 'hoisted'].includes(callee.property.name),
    says: 'modules are mocked in tests/unit/electron/shell only; pass a fake instead',
  },
}

function namesBridge(node) {
  if (node.type === 'MemberExpression') {
    const name = node.computed ? literalOf(node.property) : node.property.name
    return name === BRIDGE && isGlobal(node.object)
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern') return false
  return isGlobal(node.init) && node.id.properties.some(({ key }) => key?.name === BRIDGE)
}

/** `window` behind any number of casts and brackets. */
function isGlobal(node) {
  if (node?.type === 'Identifier') return GLOBALS.includes(node.name)
  return node?.expression !== undefined && isGlobal(node.expression)
}
