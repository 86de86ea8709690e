/**
 * The last keystrokes of a draft, kept until the database has them.
 *
 * A popup can be closed between a keystroke and the end of its transaction, and the browser then drops the
 * transaction (tried: of drafts typed and closed at once, half lost letters). `localStorage` of the extension's own
 * pages is written at once. Content scripts cannot read it: theirs is the page's.
 */
import type { NoteDraft } from '@/lib/model/note';

const toKey = (key: string) => `draft:${key}`;

/** Keeps a copy; null says that the draft was given up or saved. Where the browser refuses, the database has to be fast enough. */
export function keepCopy(key: string, draft: NoteDraft | null): void {
  attempt(() => localStorage.setItem(toKey(key), JSON.stringify(draft)));
}

/** Forgets the copy: the database has it. */
export function dropCopy(key: string): void {
  attempt(() => localStorage.removeItem(toKey(key)));
}

/** The copy that the database may not have, as `draft`; null where there is no copy. */
export function loadCopy(key: string): { draft: NoteDraft | null } | null {
  const stored = attempt(() => localStorage.getItem(toKey(key)));
  return stored === null ? null : attempt(() => readCopy(stored));
}

function readCopy(stored: string): { draft: NoteDraft | null } {
  const draft = JSON.parse(stored) as NoteDraft | null;
  if (draft !== null && typeof draft.body !== 'string') throw new TypeError('not a draft');
  return { draft };
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    // Full, switched off, or damaged: there is no copy then, and the draft in the database stands.
    return null;
  }
}
