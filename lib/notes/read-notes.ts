import * as stored from '@/lib/db/notes';
import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import { ofOwnAndShared } from '@/lib/db/of-each-vault';
import { hasSharedVault } from '@/lib/db/shared-vault';
import { loadTopic } from '@/lib/db/topics';
import type { Note } from '@/lib/model/note';
import { idsOf } from '@/lib/model/topic-ids';
import type { VaultName } from '@/lib/model/vault-name';

/** How many notes are looked at for their tags. */
const TAGGED = 200;

/** The notes of an article, of every vault, newest first. `canonical` is `ArticleFacts.canonical`. */
export function notesOfPage(canonical: string): Promise<Note[]> {
  return fromVaults((vault) => stored.listNotesOfPage(canonical, vault));
}

/** The notes on a topic, from any article, newest first; also those written under an id that it had before. */
export async function notesOfTopic(topicId: string): Promise<Note[]> {
  const topic = await loadTopic(topicId);
  const ids = [...new Set([topicId, ...(topic ? idsOf(topic) : [])])];
  return fromVaults((vault) => listNotesOfTopics(ids, vault));
}

/** The notes changed last, newest first, at most `limit`. */
export async function latestNotes(limit: number): Promise<Note[]> {
  return (await fromVaults((vault) => stored.listLatestNotes(limit, vault))).slice(0, limit);
}

/** The notes in which edits met and the reader has not chosen yet, newest first. */
export function metNotes(): Promise<Note[]> {
  return fromVaults((vault) => stored.listMetNotes(vault));
}

/** The note of an id, in whichever vault it is; `null` where there is none, or where it is hidden. */
export async function findNote(id: string): Promise<Note | null> {
  const own = await stored.loadNote(id);
  const note = own || !(await hasSharedVault()) ? own : await stored.loadNote(id, 'shared');
  return note?.hidden ? null : note;
}

/** The tags of the latest notes, most used first: with a hundred thousand notes older ones are typed anew. */
export async function usedTags(): Promise<string[]> {
  const tags = (await latestNotes(TAGGED)).flatMap((note) => note.tags);
  const counts = [...Map.groupBy(tags, (tag) => tag)].sort(([, a], [, b]) => b.length - a.length);
  return counts.map(([tag]) => tag);
}

/** How many notes the reader's own vault has. Hidden ones do not count. */
export function countNotes(): Promise<number> {
  return stored.countNotes();
}

/** The notes of all vaults together, newest first. */
async function fromVaults(list: (vault: VaultName) => Promise<Note[]>): Promise<Note[]> {
  const [own = [], shared = []] = await ofOwnAndShared(list);
  if (shared.length === 0) return own;
  return [...own, ...shared].sort((a, b) => b.modifiedAt - a.modifiedAt || (a.id < b.id ? -1 : 1));
}
