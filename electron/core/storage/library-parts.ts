// Puts the parts of a library together over one connection.
import { basename } from 'node:path'
import { err, ok } from '#shared/ipc/result.ts'
import type { Clock } from '../ports.ts'
import { createArticleRows } from './article-rows.ts'
import { createAssetFiles } from './asset-files.ts'
import type { Connection } from './connection.ts'
import { createCheckRows } from './check-rows.ts'
import { createDeskRows } from './desk-rows.ts'
import { LIBRARY_SUFFIX } from './library-format.ts'
import type { LibraryStore } from './library-store.ts'
import { createEditionRows } from './edition-rows.ts'
import { createLookRows } from './look-rows.ts'
import { createRevisionRows } from './revision-rows.ts'
import { createSearchUpkeep } from './search-upkeep.ts'
import type { SessionMark } from './session-file.ts'
import { createSnapshots } from './snapshots.ts'
import { createUpdateHistory } from './update-history.ts'
import { createUpdateLog } from './update-log.ts'
import { verifyLibrary } from './verify-library.ts'
import { createWorkflowRows } from './workflow-rows.ts'

export function assembleStore(
  connection: Connection,
  clock: Clock,
  mark: SessionMark | null,
  close: () => boolean,
): LibraryStore {
  const { create, append, read } = createUpdateLog(connection, (rowId) => mark?.acknowledge(rowId))
  const upkeep = createSearchUpkeep(connection, clock)
  const { folder } = connection
  return {
    path: folder,
    name: basename(folder, LIBRARY_SUFFIX),
    isReadOnly: connection.isReadOnly,
    articles: { create, ...createArticleRows(connection, upkeep) },
    updates: { append, read, ...createUpdateHistory(connection), ...createSnapshots(connection) },
    revisions: createRevisionRows(connection, clock),
    workflow: createWorkflowRows(connection),
    editions: createEditionRows(connection),
    looks: createLookRows(connection),
    checks: createCheckRows(connection),
    assets: createAssetFiles(connection),
    desk: createDeskRows(connection),
    checkInPlace: () => (connection.isInPlace() ? ok(null) : err({ type: 'LibraryGone', path: folder })),
    verify: (options) => verifyLibrary(connection, options),
    close: () => {
      upkeep.stop()
      if (connection.isOpen) close()
    },
  }
}
