/** A term that the rules have accepted. Offsets are UTF-16, half-open, in the text that was given. */
export type Mention = {
  start: number;
  end: number;
  /** The topic whose term it is. */
  topic: string;
  /** That topic's group: what the paint is named after. */
  group: string;
  /** The topic whose card it opens: the regime that the cues decide, else `topic`. Told when asked, since it takes long. */
  readonly opens: string;
};

/** The mentions of one block, sorted by start, never overlapping; offsets count from the block's start. */
export type BlockMentions = { block: number; mentions: Mention[] };
