/** Leaving the shared vault while its notes are written, and with notes that are hard to copy. */
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { DATABASES } from '@/lib/db/database';
import { listNotes } from '@/lib/db/notes';
import { writeNotes } from '@/lib/db/write-notes';
import { mergeIn } from '@/lib/notes/apply-changes';
import { moveNote } from '@/lib/notes/move-note';
import { createNote, editNote } from '@/lib/notes/write-note';
import { disconnect } from '@/lib/vault/connect';
import { makeDraft } from '@/tests/builders';
import { bodies, click, createMapRemote, enter, layVaultBed, server } from '@/tests/vault';

layVaultBed();

it('an edit of a shared note that is saved while the shared vault is left is kept', async () => {
  const remote = createMapRemote();
  await enter(remote, null, server, 'shared');
  for (const body of ['one', 'two']) await moveNote(await createNote(makeDraft({ body })), 'shared');
  const last = (await listNotes('shared')).at(-1);
  if (!last) throw new Error('no note');
  let edit: Promise<unknown> | null = null;
  // The moment in which the first note arrives in the own vault: the reader saves the other one.
  const onNote = () => {
    // In another page: not inside this transaction.
    edit ??= Dexie.ignoreTransaction(() => editNote(last.id, { body: 'edited, and saved' }, last, 'shared'));
  };
  DATABASES.own.notes.hook('creating', onNote);
  await disconnect('shared');
  DATABASES.own.notes.hook('creating').unsubscribe(onNote);
  await edit;
  expect([...(await bodies('own')), ...(await bodies('shared'))]).toContain('edited, and saved');
});

it('a note whose texts merge to more than a note may hold does not keep the reader from leaving', async () => {
  const a = createMapRemote();
  await enter(a, null, server, 'shared');
  const base = 'middle words stay the same here';
  const note = await moveNote(await createNote(makeDraft({ body: base })), 'shared');
  const id = note.to.id;
  const shown = note.to;
  await click(a, { vault: 'shared' });
  // Two machines each add 60,000 letters, one in front, one behind.
  await editNote(id, { body: `${'x '.repeat(30_000)}${base}` }, shown, 'shared');
  await writeNotes(
    (writing) =>
      mergeIn(
        writing,
        [
          {
            i: 'AAAAAAAAAAAAAAAA',
            t: Date.now() * 1024,
            e: id,
            x: `${base}${' y'.repeat(30_000)}`,
            b: base,
            p: shown.heads,
          },
        ],
        'ff'.repeat(16),
      ),
    'shared',
  );
  const [merged] = await listNotes('shared');
  expect(merged?.body.length).toBeGreaterThan(100_000);
  await disconnect('shared');
  const [own] = await listNotes();
  expect([own?.body, ...(own?.versions ?? [])].map((text) => text?.length).sort()).toEqual([60_031, 60_031]);
});
