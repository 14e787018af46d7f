// Our own lint rules, one per rule of docs/architecture.md, so that each is reported by its name.
// oxlint's no-restricted-imports was tried first: overrides replace one another instead of adding up, and it does not see
// dynamic imports, require, or `import('x').Y` in types.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { boundaries } from './boundaries.mjs'
import { resolveImport } from './imports.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The path from the root of the repository. A planted tree (tests of these rules) counts from its own `__planted__` folder. */
function pathOf(context) {
  const file = path.relative(root, context.filename).split(path.sep).join('/')
  return file.replace(/^.*__planted__\//, '')
}

function literal(node) {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

function boundaryRule(name, { from, bans, says }) {
  return {
    create(context) {
      const file = pathOf(context)
      if (!from(file)) return {}
      const check = (node, source) => {
        const specifier = literal(source)
        if (specifier === null || !bans(resolveImport(file, specifier), file)) return
        context.report({ node, message: `${name}: ${says} (here: ${specifier})` })
      }
      return {
        ImportDeclaration: (node) => check(node, node.source),
        ExportNamedDeclaration: (node) => check(node, node.source),
        ExportAllDeclaration: (node) => check(node, node.source),
        ImportExpression: (node) => check(node, node.source),
        TSImportType: (node) => check(node, node.source),
        TSExternalModuleReference: (node) => check(node, node.expression),
        CallExpression(node) {
          if (node.callee.type === 'Identifier' && node.callee.name === 'require')
            check(node, node.arguments[0])
        },
      }
    },
  }
}

const GLOBALS = ['window', 'globalThis', 'self']
const BRIDGE = 'stet'

/** `window` behind any number of casts and brackets. */
function isGlobal(node) {
  if (node?.type === 'Identifier') return GLOBALS.includes(node.name)
  return node?.expression !== undefined && isGlobal(node.expression)
}

const oneBridge = {
  create(context) {
    const file = pathOf(context)
    if (!file.startsWith('renderer/') || file.startsWith('renderer/bridge/')) return {}
    const report = (node) =>
      context.report({
        node,
        message: `one-bridge: only renderer/bridge names window.${BRIDGE}; import the bridge`,
      })
    return {
      MemberExpression(node) {
        const name = node.computed ? literal(node.property) : node.property.name
        if (name === BRIDGE && isGlobal(node.object)) report(node)
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || !isGlobal(node.init)) return
        if (node.id.properties.some((property) => property.key?.name === BRIDGE)) report(node)
      },
    }
  },
}

const oneIpcHost = {
  create(context) {
    const file = pathOf(context)
    if (!/^(electron|renderer|shared)\//.test(file)) return {}
    const homes = { ipcMain: 'electron/shell/ipc-host.ts', ipcRenderer: 'electron/preload.ts' }
    return {
      ImportSpecifier(node) {
        const home = homes[node.imported.name]
        if (home === undefined || home === file || literal(node.parent?.source) !== 'electron') return
        context.report({
          node,
          message: `one-ipc-host: ${node.imported.name} is used in ${home} only; everything else speaks the contract`,
        })
      },
    }
  },
}

const fakesOverMocks = {
  create(context) {
    if (pathOf(context).startsWith('tests/unit/electron/shell/')) return {}
    return {
      CallExpression({ callee }) {
        const isMock = callee.type === 'MemberExpression' && callee.object.name === 'vi'
        if (!isMock || !['mock', 'doMock', 'hoisted'].includes(callee.property.name)) return
        context.report({
          node: callee,
          message:
            'fakes-over-mocks: modules are mocked in tests/unit/electron/shell only; pass a fake instead',
        })
      },
    }
  },
}

export default {
  meta: { name: 'stet' },
  rules: {
    ...Object.fromEntries(
      Object.entries(boundaries).map(([name, boundary]) => [name, boundaryRule(name, boundary)]),
    ),
    'one-bridge': oneBridge,
    'one-ipc-host': oneIpcHost,
    'fakes-over-mocks': fakesOverMocks,
  },
}
