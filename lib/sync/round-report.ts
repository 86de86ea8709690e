/** What came of a round, for the history, the options page and the tests. */

/** What a round would change here, in notes, before anything is changed. */
export type Preview = {
  /** Notes that are not here yet. */
  added: number;
  /** Notes here that would look different. */
  updated: number;
  /** Notes here that would be hidden. */
  hidden: number;
  /** Notes of which two texts would be kept. */
  conflicts: number;
  /** The first few of each, for showing them: by id, but those that are not here by the beginning of what they say. */
  named: { added: string[]; updated: string[]; hidden: string[]; conflicts: string[] };
  /** Notes here now. */
  here: number;
  /** Changes that would be sent. */
  toSend: number;
};

/** How far a round is. `total` is `null` while it is not known. */
export type Progress = {
  phase: 'look' | 'read' | 'apply' | 'send' | 'tidy';
  done: number;
  total: number | null;
};

/** Files of the vault that could not be used; each is left alone and looked at again. */
export type Unusable = {
  /** Bytes do not hash to the name: cut off, flipped, or still on their way. */
  torn: number;
  /** Encrypted with a key that we do not have, or not encrypted in an encrypted vault. */
  locked: number;
  /** Written by a newer version. */
  newer: number;
  /** Larger than any of ours. */
  tooLarge: number;
  /** Hashes to its name and yet is no segment. */
  invalid: number;
};

/** The account of one round. */
export type RoundReport = {
  /** `asks`: nothing was changed here, the reader is to confirm `preview` first. */
  state: 'done' | 'asks';
  preview: Preview | null;
  isDeep: boolean;
  pulled: { segments: number; changes: number; added: number; updated: number; conflicts: number };
  pushed: { segments: number; changes: number };
  /** Own segments written again because the remote had lost them; foreign ones taken over because it had. */
  healed: number;
  rescued: number;
  /** Own segments merged into others and deleted. */
  merged: number;
  unusable: Unusable;
  requests: number;
  bytesUp: number;
  bytesDown: number;
};

/** The account of a round that has done nothing yet. */
export function emptyReport(): RoundReport {
  return {
    state: 'done',
    preview: null,
    isDeep: false,
    pulled: { segments: 0, changes: 0, added: 0, updated: 0, conflicts: 0 },
    pushed: { segments: 0, changes: 0 },
    healed: 0,
    rescued: 0,
    merged: 0,
    unusable: { torn: 0, locked: 0, newer: 0, tooLarge: 0, invalid: 0 },
    requests: 0,
    bytesUp: 0,
    bytesDown: 0,
  };
}
