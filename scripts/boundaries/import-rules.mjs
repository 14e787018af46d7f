// The dependency rules of docs/architecture.md as a table. Each row: which files it governs and what they may not import.
// Every form of import counts: static, type-only, dynamic, re-export, require and `import('x').Y` in a type.

const inside =
  (...folders) =>
  (file) =>
    folders.some((folder) => (folder.endsWith('/') ? file.startsWith(folder) : file === folder))
const not = (test) => (file) => !test(file)
const both = (a, b) => (file) => a(file) && b(file)

const product = inside('shared/', 'electron/', 'renderer/')
const electronPackages = ['electron', 'electron-store', 'electron33']
const ariaPackages = /^(react-aria|react-stately|react-aria-components|@react-aria\/.*|@react-stately\/.*)$/
const yjsPackages = ['yjs', 'y-protocols', '@tiptap/y-tiptap', '@tiptap/extension-collaboration']

/** Pure libraries: no DOM, no Node, no clock. The grammar, its tree, the CRDT, validation, and the text engines. */
const pureLibraries = [
  'zod',
  'yjs',
  '@tiptap/core',
  '@tiptap/pm/model',
  '@tiptap/pm/transform',
  '@tiptap/y-tiptap',
  'prosemirror-changeset',
  'parse5',
  'transliteration',
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'micromark-extension-gfm-table',
  'mdast',
  'yaml',
]
/** What a format is written with. node:crypto hashes bytes, which is pure. */
const formatLibraries = [
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'mdast-util-from-markdown',
  'micromark-extension-gfm-table',
  'mdast',
  'parse5',
  'yaml',
  'node:crypto',
]
/** What builds and tests the product and must not be in it. */
const toolPackages =
  /^(vitest|fast-check|happy-dom|knip|oxlint.*|typescript|vite|electron-vite|electron-builder|electron33|axe-core|vnu-jar|playwright.*|@playwright\/.*|@testing-library\/.*|@vitejs\/.*|@electron\/.*|@biomejs\/.*|@types\/.*)$/

const toFolder =
  (...folders) =>
  ({ file }) =>
    file !== undefined && inside(...folders)(file)
const toPackage =
  (...names) =>
  (target) =>
    target.package !== undefined && names.includes(target.package)
const either =
  (...tests) =>
  (target, file) =>
    tests.some((test) => test(target, file))
const offList = (names) => (target) => target.package !== undefined && !names.includes(target.specifier)

export const importRules = {
  'shared-is-pure': {
    from: inside('shared/'),
    bans: either(({ file }) => file !== undefined && !file.startsWith('shared/'), offList(pureLibraries)),
    says: 'shared/ is pure: it imports itself and the listed pure libraries, nothing else',
  },
  'core-has-no-electron': {
    from: inside('electron/core/', 'electron/cli.ts'),
    bans: either(
      toPackage(...electronPackages),
      toFolder('electron/shell/', 'electron/main.ts', 'electron/boot.ts', 'electron/preload.ts'),
    ),
    says: 'core runs in plain Node: what it needs from Electron comes through electron/core/ports.ts',
  },
  'only-shell-imports-electron': {
    from: both(
      not(inside('electron/shell/', 'electron/main.ts', 'electron/boot.ts', 'electron/preload.ts')),
      inside(
        'shared/',
        'electron/',
        'renderer/',
        'tests/unit/shared/',
        'tests/unit/electron/core/',
        'tests/unit/renderer/',
        'tests/integration/',
      ),
    ),
    bans: toPackage(...electronPackages),
    says: 'only electron/shell, preload.ts and the composition root (main.ts, boot.ts) know Electron',
  },
  'preload-is-tiny': {
    from: inside('electron/preload.ts'),
    bans: ({ file, specifier }) => specifier !== 'electron' && file !== 'shared/ipc/channels.ts',
    says: 'preload imports electron and shared/ipc/channels.ts only',
  },
  'renderer-is-a-client': {
    from: inside('renderer/'),
    bans: either(toFolder('electron/'), toPackage(...electronPackages, 'node:')),
    says: 'the renderer is a client of the contract: no Electron, no Node, no core, types included',
  },
  'sqlite-only-in-storage': {
    from: both(product, not(inside('electron/core/storage/'))),
    bans: either(
      toPackage('@photostructure/sqlite', 'better-sqlite3'),
      ({ specifier }) => specifier === 'node:sqlite',
    ),
    says: 'only electron/core/storage knows the database engine',
  },
  'yjs-stays-upstream': {
    from: inside(
      'electron/core/projections/',
      'electron/core/exports/',
      'electron/core/imports/',
      'electron/core/library/',
      'shared/library/',
      'shared/revision/diff/',
      'shared/workflow/',
      'renderer/features/',
    ),
    bans: toPackage(...yjsPackages),
    says: 'downstream of materialise there are articles and revisions, never Yjs (DR14)',
  },
  'exporters-see-articles': {
    from: inside('electron/core/exports/formats/'),
    bans: either(
      ({ file }) =>
        file !== undefined &&
        !inside(
          'electron/core/exports/formats/',
          'shared/article/',
          'shared/schema/',
          'shared/errors/exhaustive.ts',
        )(file),
      offList(formatLibraries),
    ),
    says: 'a format sees shared/article, shared/schema and its format library',
  },
  'features-are-islands': {
    from: inside('renderer/features/'),
    bans: ({ file }, from) =>
      file !== undefined && file.startsWith('renderer/features/') && featureOf(file) !== featureOf(from),
    says: 'a feature never imports another feature',
  },
  'editor-has-one-door': {
    from: both(inside('renderer/'), not(inside('renderer/editor/'))),
    bans: ({ file }) =>
      file !== undefined && file.startsWith('renderer/editor/') && file !== 'renderer/editor/index.ts',
    says: 'the editor is entered through renderer/editor/index.ts',
  },
  'ui-is-a-leaf': {
    from: inside('renderer/ui/'),
    bans: toFolder(
      'renderer/bridge/',
      'renderer/editor/',
      'renderer/features/',
      'renderer/state/',
      'renderer/app/',
    ),
    says: 'ui knows nothing of the product',
  },
  'aria-only-in-ui': {
    from: both(product, not(inside('renderer/ui/'))),
    bans: (target) => ariaPackages.test(target.package ?? ''),
    says: 'React Aria is wrapped once, in renderer/ui',
  },
  'no-dev-deps-in-product': {
    from: product,
    bans: either((target) => toolPackages.test(target.package ?? ''), toFolder('tests/', 'scripts/')),
    says: 'tools and tests are not in the product',
  },
  'aliases-cross-borders': {
    from: product, // tests lie too deep for relative paths to be kind
    bans: ({ alias, file }, from) => Boolean(alias) && environmentOf(file) === environmentOf(from),
    says: 'inside one environment imports are relative; # is for crossing from one to another',
  },
}

/** The first folder under renderer/features, or the file itself when it lies there directly. */
function featureOf(file) {
  return file.split('/')[2]
}

/** electron/ holds two: core is plain Node, shell is Electron. */
function environmentOf(file) {
  return file.split('/', file.startsWith('electron/') ? 2 : 1).join('/')
}
