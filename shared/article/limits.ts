// Ceilings, each with its unit and the reason for it. Sizes are generous for journalism and deadly for bombs.

/** Characters in a one-line field. The longest real headline in our reading was under 300. */
export const MAX_LINE_CHARS = 2_000
/** Characters in a note field (desk note, note to readers). */
export const MAX_NOTE_CHARS = 20_000
/** People in one byline; investigations have listed over 60. */
export const MAX_PEOPLE = 200
/** Topics on one article. */
export const MAX_TOPICS = 200
/** Nesting levels of blocks in an article. ProseMirror and its Yjs binding overflow the stack from about 650 (RELIABILITY finding 12). */
export const MAX_BLOCK_DEPTH = 100
/** Bytes of one Yjs update over IPC: a whole 1,000,000-word draft is about 8 MB merged. */
export const MAX_UPDATE_BYTES = 32 * 1024 * 1024
/** Bytes of one picture as handed in (RELIABILITY S10). */
export const MAX_PICTURE_BYTES = 50 * 1024 * 1024
/** Pixels of one picture (RELIABILITY S10): 64 megapixels decode to 256 MB. */
export const MAX_PICTURE_PIXELS = 64_000_000
/** Pixels along one side (RELIABILITY S10). */
export const MAX_PICTURE_SIDE = 16_384
/** Bytes of one file to import. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024
/** Words per minute for reading time; Brysbaert 2019 gives 238 for English non-fiction. */
export const READING_WORDS_PER_MINUTE = 238
