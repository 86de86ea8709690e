/**
 * Notes out of files that hold notes as they were shown, and not the changes that made them. Each becomes changes whose
 * ids and stamps follow from what they say: whoever takes the same file in, on whatever machine and however often,
 * writes the same changes, and applying changes is idempotent.
 *
 * What was written here is never replaced. A text that was taken in and left alone since is replaced by the newer one of
 * a later file; beside any other it becomes a version.
 */
import { listNotesOfPage } from '@/lib/db/notes';
import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import { loadStates } from '@/lib/db/write-notes';
import type { Change, Note } from '@/lib/model/note';
import type { Head, NoteState } from '@/lib/sync/merge';
import { MOST_IDS } from '@/lib/sync/merge';
import type { Applied } from '@/lib/sync/store';
import { applyChanges, type SeeMerged } from './apply-changes';
import { FLAGS, toNote } from './note-of-state';
import { deriveId, randomId } from './random-id';

/** A note as a file has it. */
export type ForeignNote = Pick<
  Note,
  'id' | 'createdAt' | 'modifiedAt' | 'target' | 'topics' | 'tags' | 'fact' | 'event' | 'body' | 'versions'
> & {
  /** The changes that its texts come from, where Sidelight wrote the file. */
  heads?: string[] | undefined;
  /** Sidelight gave the id. Two such notes of one file are two, be they alike in all else. */
  isOurs: boolean;
};

/**
 * Merges notes into the reader's own vault, all of them in one transaction. A note that is not here, and that says what
 * one here says at the same place, is that one: it counts as known. One that the reader deleted stays deleted, unless
 * it has another text by now.
 */
export async function takeIn(notes: readonly ForeignNote[], see?: SeeMerged): Promise<Applied> {
  const changes: Change[] = [];
  /** What those notes of the file say that have no id of Sidelight's. */
  const saidInFile = new Set<string>();
  let known = 0;
  for (let at = 0; at < notes.length; at += AT_ONCE) {
    const some = notes.slice(at, at + AT_ONCE);
    const states = await loadStates(some.map(({ id }) => id));
    const saidHere = await listSaid(some.filter(({ id }) => !states.has(id)));
    for (const note of some) {
      const state = states.get(note.id);
      const said = whatItSays(note);
      const isTwin = !state && (saidHere.has(said) || saidInFile.has(said));
      const needed = isTwin ? [] : await (state ? toNews(note, state) : toFirst(note));
      if (!note.isOurs) saidInFile.add(said);
      if (needed.length === 0) known += 1;
      for (const change of needed) changes.push(change);
    }
  }
  const applied = changes.length === 0 ? NOTHING : await applyChanges(changes, see);
  return { ...applied, known: applied.known + known };
}

/** Notes whose states are held in memory at the same time. */
const AT_ONCE = 250;

const NOTHING: Applied = { added: 0, updated: 0, known: 0, conflicts: 0 };

const TICKS_PER_MS = 1024;

/** What the notes here say, as far as any of these can say the same. */
async function listSaid(notes: readonly ForeignNote[]): Promise<Set<string>> {
  const pages = new Set(notes.flatMap(({ target }) => target?.canonical ?? []));
  const topics = new Set(notes.flatMap((note) => (note.target === null ? note.topics : [])));
  const found = await Promise.all([
    listNotesOfTopics([...topics]),
    // One read of the index for each: a cursor from key to key is many times slower.
    ...[...pages].map((page) => listNotesOfPage(page)),
  ]);
  return new Set(found.flat().map(whatItSays));
}

/** Where a note stands and what it says: equal for two notes that a reader would take for one. */
function whatItSays({
  target,
  topics,
  event,
  body,
}: Pick<Note, 'target' | 'topics' | 'event' | 'body'>): string {
  const place = target ? [target.canonical, target.selectors?.quote.exact ?? ''] : [...topics].sort();
  return JSON.stringify([place, body, ...(event ? [event.date, event.text] : [])]);
}

/** The changes that make a note which is not here. */
async function toFirst(note: ForeignNote): Promise<Change[]> {
  const { createdAt, target, fact, event } = note;
  const [tags, topics] = [toRuns(note.tags), toRuns(note.topics)];
  const first = stampOf(note);
  const changes: Promise<Change>[] = [];
  for (let run = 0; run < Math.max(1, tags.length, topics.length); run += 1) {
    const f = {
      ...(run === 0 && { createdAt, target, ...(fact !== undefined && { fact }), ...(event && { event }) }),
      ...toFlags(FLAGS.topics, topics[run] ?? []),
      ...toFlags(FLAGS.tags, tags[run] ?? []),
    };
    changes.push(derive(note.id, first + run, { f }));
  }
  return Promise.all([...changes, ...toTexts(note)]);
}

/** The changes that bring a note which is here up to what the file says and this installation does not know. */
async function toNews(note: ForeignNote, state: NoteState): Promise<Change[]> {
  const shown = toNote(note.id, state);
  const isMoved = note.target !== null && JSON.stringify(note.target) !== JSON.stringify(shown.target);
  const f = {
    ...(isMoved && { target: note.target }),
    ...(note.event && !shown.event && { event: note.event }),
    ...toFlags(FLAGS.topics, without(note.topics, shown.topics)),
    ...toFlags(FLAGS.tags, without(note.tags, shown.tags)),
  };
  const held = [shown.body, ...state.heads.map((head) => head.text)];
  const texts = isBefore(note.heads ?? [], state) ? [] : await Promise.all(toTexts(note));
  const fresh = texts.filter(({ i, x }) => !held.includes(x ?? '') && !state.replaced.includes(i));
  const outdated = fresh.length === 0 ? [] : await findOutdated(note, state.heads);
  return [
    ...(Object.keys(f).length === 0 ? [] : [await derive(note.id, stampOf(note), { f })]),
    ...fresh,
    // Which texts it replaces differs from machine to machine: so that is said in a change of its own.
    ...(outdated.length === 0
      ? []
      : [{ i: randomId(), t: stampOf(note), e: note.id, p: outdated.slice(0, MOST_IDS) }]),
  ];
}

/** Whether the texts of these heads were here and have been replaced since: then the file is older than the note. */
function isBefore(heads: readonly string[], { heads: present, replaced }: NoteState): boolean {
  const isHere = (id: string) => present.some(({ i }) => i === id) || replaced.includes(id);
  return heads.length > 0 && heads.every(isHere) && heads.some((id) => replaced.includes(id));
}

/** The heads that were taken in from an older file and that nobody has touched since. */
async function findOutdated(note: ForeignNote, heads: readonly Head[]): Promise<string[]> {
  const texts = [note.body, ...note.versions];
  const derived = await Promise.all(
    heads.map(async ({ i, t, text, base, p }) => {
      const isOlder = t <= stampOf(note) && !texts.includes(text) && p.length === 0;
      return isOlder && i === (await derive(note.id, t, { x: text, b: base, p: [] })).i ? [i] : [];
    }),
  );
  return derived.flat();
}

/**
 * A text change for each text, the body's last. Several begin from different texts: then they are never merged by
 * themselves.
 */
function toTexts(note: ForeignNote): Promise<Change>[] {
  const texts = [note.body, ...note.versions];
  return texts.map((x, place) =>
    derive(note.id, stampOf(note) + texts.length - 1 - place, { x, b: texts.length > 1 ? x : '', p: [] }),
  );
}

/** A file never sets our stamps ahead of our clock: all that is written later would be ahead, too. */
function stampOf({ modifiedAt }: ForeignNote): number {
  return Math.max(0, Math.min(modifiedAt, Date.now())) * TICKS_PER_MS;
}

async function derive<Edit extends Omit<Change, 'i' | 't' | 'e'>>(e: string, t: number, edit: Edit) {
  return { i: await deriveId(e, t, edit), t, e, ...edit };
}

/** Names in their order, cut where it is not that of the alphabet: flags of one change are read in that one. */
function toRuns(names: readonly string[]): string[][] {
  const runs: string[][] = [];
  let last: string | undefined;
  for (const name of new Set(names)) {
    if (last === undefined || name < last) runs.push([]);
    runs.at(-1)?.push(name);
    last = name;
  }
  return runs;
}

function toFlags(prefix: string, names: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, true]));
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
