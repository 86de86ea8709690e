/** What is known of a backup without reading it. */
export type Backup = {
  /** The day on which it was made, `YYYY-MM-DD` in the reader's time zone. */
  day: string;
  /** Milliseconds since 1970; no two have the same. */
  madeAt: number;
  /** `shared`: of the vault shared with others. */
  vault?: 'shared';
  /** The installation whose notes they are. A new one has a new id. */
  replica: string;
  /** Notes that a reader sees, and all there are, hidden ones too. The latter never become fewer. */
  shown: number;
  notes: number;
  /** What the database was like then, as `Holdings.mark`. */
  mark: string;
  /** Bytes that it takes. */
  size: number;
};
