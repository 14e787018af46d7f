/**
 * The version of the document grammar. Raise it whenever a node, mark or attribute is added or changes meaning:
 * an older Stet then refuses the draft instead of deleting what it does not know (DR8).
 * 1: the first grammar.
 */
export const SCHEMA_VERSION = 1
