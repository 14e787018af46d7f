// What a library looks like on disk. These names and numbers are for ever: every released Stet must recognise them.

/** "Stet" in ASCII, stored in the SQLite header: tells our file from any other SQLite file before it is opened. */
export const APPLICATION_ID = 0x53746574
/** The newest file format this build reads and writes. Equals the number of migrations. */
export const FORMAT = 1

export const LIBRARY_SUFFIX = '.stet'
export const DATABASE_FILE = 'library.db'
export const SESSION_FILE = 'session'
export const ASSETS_FOLDER = 'assets'
export const README_FILE = 'README.txt'

/** A library holds unpublished work and names of sources: nobody else on this machine may look inside. */
export const FOLDER_MODE = 0o700
export const FILE_MODE = 0o600

export const README_TEXT = `This folder is a Stet library. Everything in it belongs together.

library.db   the articles, their history and the search index
library.db-wal   present only while Stet has the library open, or after it was cut short: never delete it
assets/      the pictures
session      who opened the library last
first-screen.json   what the window showed when it closed, to be shown at once by the next start; it may be deleted

Do not copy, move or synchronise this folder while Stet has it open.
Close Stet first; then the whole folder may be copied like any other.
`
