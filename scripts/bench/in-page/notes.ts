/** What `npm run bench:notes` does in a page of the extension, on the extension's own database. */
import MiniSearch from 'minisearch';
import { listNotes } from '@/lib/db/notes';
import { listTopics } from '@/lib/db/topics';
import type { Note } from '@/lib/model/note';
import { NO_FILTER, type NoteFilter } from '@/lib/model/note-query';
import { toWanted, toWords } from '@/lib/model/search-words';
import { applyChanges } from '@/lib/notes/apply-changes';
import { indexNotes } from '@/lib/notes/index-notes';
import { loadFound, searchNotes, toTopicWords } from '@/lib/notes/search-notes';
import { editNote } from '@/lib/notes/write-note';
import { makeNoteChanges } from './made-notes';

/** Writes notes `from` to `to` as an import does; milliseconds. */
export async function fill(from: number, to: number): Promise<number> {
  const changes = makeNoteChanges(from, to);
  const began = performance.now();
  await applyChanges(changes);
  return performance.now() - began;
}

/** Puts all that wait into the index; milliseconds. */
export async function index(): Promise<number> {
  const began = performance.now();
  await indexNotes();
  return performance.now() - began;
}

/** Milliseconds of a search until its first 50 notes are read, again and again, and how many it finds. */
export async function timeSearch(
  text: string,
  filter: Partial<NoteFilter>,
  times: number,
): Promise<{ ms: number[]; count: number }> {
  const words = toTopicWords(await listTopics());
  const ms: number[] = [];
  let count = 0;
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    const query = { text, filter: { ...NO_FILTER, ...filter }, order: 'relevance' } as const;
    const { found } = await searchNotes(query, words);
    await loadFound(found.slice(0, 50));
    ms.push(performance.now() - began);
    count = found.count;
  }
  return { ms, count };
}

/** Milliseconds of edits of one note, each stored. */
export async function timeEdits(times: number): Promise<number[]> {
  const [note] = makeNoteChanges(0, 1);
  const ms: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await editNote(note?.e ?? '', { body: `Edited again: ${time} ${note?.x}` });
    ms.push(performance.now() - began);
  }
  return ms;
}

const FIELDS = ['text', 'quote', 'title', 'tags'];

/** As search was before there was an index: the same words of the same fields, in memory. */
const PEER = {
  fields: FIELDS,
  tokenize: toWords,
  processTerm: (word: string) => word,
};
const CACHE = 'bench-peer';

/** The peer's index made of all notes and kept as it would be, as a string; milliseconds of making it, and its characters. */
export async function makePeer(): Promise<{ ms: number; length: number }> {
  const notes = await listNotes();
  const began = performance.now();
  const peer = new MiniSearch<Record<string, string>>(PEER);
  peer.addAll(notes.map(toDocument));
  const json = JSON.stringify(peer);
  const ms = performance.now() - began;
  await (await caches.open(CACHE)).put('https://peer.example/', new Response(json));
  return { ms, length: json.length };
}

let kept: MiniSearch | null = null;

/** Loads the peer's index and searches it; milliseconds of both. The index stays in memory. */
export async function timePeer(text: string, times: number): Promise<{ loadMs: number; ms: number[] }> {
  const stored = await (await caches.open(CACHE)).match('https://peer.example/');
  const began = performance.now();
  const peer = MiniSearch.loadJSON((await stored?.text()) ?? '', PEER);
  const loadMs = performance.now() - began;
  kept = peer;
  const ms: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    const found = peer.search(text, {
      tokenize: (query) => toWanted(query).map(({ word }) => word),
      combineWith: 'AND',
      prefix: true,
    });
    await loadFound(found.slice(0, 50).map(({ id }) => ({ id, vault: 'own' as const })));
    ms.push(performance.now() - start);
  }
  return { loadMs, ms };
}

/** Whether the peer is in memory. */
export function holdsPeer(): boolean {
  return kept !== null;
}

function toDocument(note: Note): Record<string, string> {
  return {
    id: note.id,
    text: [note.body, ...note.versions].join('\n'),
    quote: note.target?.selectors?.quote.exact ?? '',
    title: note.target?.title ?? '',
    tags: note.tags.join('\n'),
  };
}
