// What the diff spends at most, and the thresholds by which it decides. Each with its unit and its reason.

/** Words in one version. 250,000 diff in well under a second here; a newspaper's longest investigations have 50,000. */
export const MAX_DIFF_WORDS = 400_000
/** Blocks in one version at the top level. */
export const MAX_DIFF_BLOCKS = 40_000
/**
 * Words deleted or inserted for which the shortest edit of one stretch is searched from each end; the search takes the square of it in
 * steps, here some 10 ms. Beyond it the stretch is cut at words that both sides have once, and what has none is one replacement.
 */
export const MAX_EDITS_AT_ONCE = 1_500
/** Pairs of blocks compared with each other between two blocks that are known to match; each costs about a microsecond a paragraph. */
export const MAX_GAP_PAIRS = 20_000

/** Dice's share of common words (0 to 1) from which two blocks at the same place are one block that was edited. */
export const SAME_BLOCK_LIKENESS = 0.25
/** The same for blocks of different kinds, as a paragraph made a crosshead. */
export const OTHER_KIND_LIKENESS = 0.5
/** The same for blocks at different places. Anything doubtful is a deletion and an insertion. */
export const MOVED_LIKENESS = 0.6
/** Words in the least block that is called moved; shorter ones are alike by chance. A picture counts for enough. */
export const MIN_MOVED_WORDS = 4
/** Share of a block's words that its neighbour's other version must hold for the block to be a part of it. */
export const PART_LIKENESS = 0.6
/** Share of a block's words that its parts must hold together, when none of them matched it by itself. */
export const WHOLE_LIKENESS = 0.4
/** Words in a row that mark a place: rare even where the vocabulary is small. */
export const ANCHOR_WORDS = 3
/** Words kept by chance that are taken into one replacement (DF5). */
export const MAX_BRIDGED_WORDS = 2
/** Share of a text's marked words that may be added so. */
export const MAX_BRIDGED_SHARE = 0.1
/** Words from which a block is known as part of another by its words alone; fewer must stand in it in a row. */
export const MIN_PART_WORDS = 6
/** Blocks among which the parts of one that nothing else matches are looked for. */
export const MAX_PART_PLACES = 24
