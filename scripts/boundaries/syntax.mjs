// Reading a source file as a tree, with the parser that comes with Vite (it knows every form of TypeScript).
import { parseSync } from 'vite'

/** The tree and the comments; throws with the place when the file cannot be parsed, because silence would look like success. */
export function parseSource(file, text) {
  const { program, comments, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)
  return { program, comments }
}

export function* everyNode(node) {
  if (Array.isArray(node)) {
    for (const one of node) yield* everyNode(one)
  } else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') yield node
    for (const value of Object.values(node)) if (typeof value === 'object') yield* everyNode(value)
  }
}

export function literalOf(node) {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** The specifier that a node imports by any form of import, or null. */
export function importedBy(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literalOf(node.source)
    case 'TSExternalModuleReference':
      return literalOf(node.expression)
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require'
        ? literalOf(node.arguments[0])
        : null
    default:
      return null
  }
}
