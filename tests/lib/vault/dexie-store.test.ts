/** Rounds on the real store: two installations take turns in one database (see tests/stored.ts). */
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { resetSync } from '@/lib/db/sync';
import { AppError } from '@/lib/model/app-error';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { runRound } from '@/lib/sync/round';
import type { RoundReport } from '@/lib/sync/round-report';
import { makeVaultFile, publishDocuments, type VaultDocument } from '@/lib/sync/vault-file';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach, putStore, type Store, takeStore } from '@/tests/stored';
import { createMapRemote, type MapRemote } from '@/tests/vault';

emptyDatabaseBeforeEach();

let remote: MapRemote;
let vault: VaultDocument;
beforeEach(async () => {
  remote = createMapRemote();
  vault = await makeVaultFile({ vaultId: '0'.repeat(32), isEncrypted: false, nowMs: 0 }, webCodec);
  await publishDocuments(remote, [vault], webCodec);
});

const store = createDexieStore();
const join = () => store.saveState({ vaultFile: vault.name, vaultId: '0'.repeat(32), documents: [vault] });
const round = (isApproved = true): Promise<RoundReport> =>
  runRound({ remote, store, keyring: [], codec: webCodec, random: () => 0, isApproved });
const bodies = async () => (await latestNotes(99)).map((note) => [note.body, ...note.versions]).sort();

/** Leaves this installation and becomes the other one, empty at first. */
async function switchTo(other: Store | null): Promise<Store> {
  const left = await takeStore();
  if (other) await putStore(other);
  return left;
}

describe('rounds on the real store', () => {
  it('carry notes, edits and hidings from one installation to another', async () => {
    await join();
    const [kept, hidden] = [await createNote(makeDraft({ body: 'kept' })), await createNote(makeDraft())];
    expect((await round()).pushed).toEqual({ segments: 1, changes: 2 });
    const first = await switchTo(null);
    await join();
    expect((await round()).pulled).toMatchObject({ segments: 1, added: 2 });
    await editNote(kept.id, { body: 'edited there' });
    await hideNote(hidden.id);
    await round();
    await switchTo(first);
    await round();
    expect(await bodies()).toEqual([['edited there']]);
  });

  it('are one request when nothing has changed', async () => {
    await join();
    await createNote(makeDraft());
    await round();
    await round();
    remote.requests.length = 0;
    expect((await round()).requests).toBe(1);
    expect(remote.requests).toEqual(['list ']);
  });

  it('keep both texts that were written apart', async () => {
    await join();
    const { id } = await createNote(makeDraft({ body: 'as it was' }));
    await round();
    const first = await switchTo(null);
    await join();
    await round();
    await editNote(id, { body: 'written there' });
    await round();
    const second = await switchTo(first);
    await editNote(id, { body: 'written here' });
    expect((await round()).pulled.conflicts).toBe(1);
    const here = await bodies();
    await switchTo(second);
    await round();
    expect(await bodies()).toEqual(here);
    expect(here.flat().sort()).toEqual(['written here', 'written there']);
  });

  it('ask before the first one, and change nothing until the reader agrees', async () => {
    await join();
    await createNote(makeDraft());
    await round();
    await switchTo(null);
    await join();
    const asked = await round(false);
    expect(asked).toMatchObject({ state: 'asks', preview: { added: 1, updated: 0, hidden: 0, here: 0 } });
    expect(await bodies()).toEqual([]);
    expect(await database.applied.count()).toBe(0);
  });

  it('ask before more than a fifth of the notes would be hidden', async () => {
    await join();
    const notes = [];
    for (let count = 0; count < 20; count += 1) notes.push(await createNote(makeDraft()));
    await round();
    const first = await switchTo(null);
    await join();
    await round();
    for (const note of notes.slice(0, 12)) await hideNote(note.id);
    await round();
    await switchTo(first);
    expect(await round(false)).toMatchObject({ state: 'asks', preview: { hidden: 12, here: 20 } });
    expect(await bodies()).toHaveLength(20);
    expect(await round(true)).toMatchObject({ state: 'done' });
    expect(await bodies()).toHaveLength(8);
  });

  it('send a change once, and drop what no longer stands once it was read back', async () => {
    await join();
    const { id } = await createNote(makeDraft({ body: 'one' }));
    await round();
    await editNote(id, { body: 'two' });
    await editNote(id, { body: 'three' });
    expect((await round()).pushed.changes).toBe(1);
    expect(await store.countPending()).toBe(0);
    expect((await round()).pushed.changes).toBe(0);
    // The first change still wrote the note's fields.
    expect((await database.changes.toArray()).map(({ n }) => n).sort()).toEqual([1, 2]);
  });

  it.each([false, true])(
    'go on once a note that was too large is shorter (tried twice: %s)',
    async (isTwice) => {
      const put = remote.put.bind(remote);
      remote.put = async (path, bytes) => {
        if (bytes.byteLength > 10_000) throw new AppError('remote-full');
        await put(path, bytes);
      };
      await join();
      const letters = Array.from({ length: 20_000 }, () =>
        String.fromCharCode(0x4e00 + Math.random() * 20_000),
      );
      const note = await createNote(makeDraft({ body: letters.join('') }));
      await createNote(makeDraft({ body: 'behind it' }));
      await expect(round()).rejects.toMatchObject({ code: 'remote-full' });
      if (isTwice) await expect(round()).rejects.toMatchObject({ code: 'remote-full' });
      expect(await store.listOwn()).toEqual([]);
      await editNote(note.id, { body: 'short by now' }, note);
      expect(await round()).toMatchObject({ state: 'done', pushed: { segments: 1 } });
      const here = await switchTo(null);
      await join();
      await round();
      expect(await bodies()).toEqual([['behind it'], ['short by now']]);
      await switchTo(here);
      expect((await round()).requests).toBeLessThan(6);
      expect(await store.countPending()).toBe(0);
    },
  );

  it('rescue what the storage lost: the other installation sends it again', async () => {
    await join();
    await createNote(makeDraft({ body: 'lost there' }));
    await round();
    const [lost = ''] = [...remote.files.keys()].filter((path) => path.endsWith('.seg'));
    await switchTo(null);
    await join();
    await round();
    remote.files.delete(lost);
    // Its author never comes back.
    for (let count = 0; count < 70; count += 1) await round();
    expect([...remote.files.keys()].filter((path) => path.endsWith('.seg'))).toHaveLength(1);
    await switchTo(null);
    await join();
    await round();
    expect(await bodies()).toEqual([['lost there']]);
  });

  it('merge many small segments into few', async () => {
    await join();
    for (let count = 0; count < 40; count += 1) {
      await createNote(makeDraft({ body: `note ${count}` }));
      await round();
    }
    const names = [...remote.files.keys()];
    expect(names.filter((path) => path.endsWith('.seg')).length).toBeLessThan(16);
    expect(names.filter((path) => path.endsWith('.head'))).toHaveLength(1);
    await switchTo(null);
    await join();
    await round();
    expect(await bodies()).toHaveLength(40);
  });

  it('reach who was away for two hundred edits of one note, all of them merged since', async () => {
    await join();
    const { id } = await createNote(makeDraft({ body: 'edit 0' }));
    await round();
    const first = await switchTo(null);
    await join();
    await round();
    for (let count = 1; count <= 200; count += 1) {
      await editNote(id, { body: `edit ${count}` });
      await round();
    }
    const there = await database.heads.toArray();
    await switchTo(first);
    await round();
    expect(await bodies()).toEqual([['edit 200']]);
    expect(await database.heads.toArray()).toEqual(there);
  });

  it('start from the beginning in another vault, with every note', async () => {
    await join();
    await createNote(makeDraft({ body: 'moves along' }));
    await round();
    await resetSync();
    remote.files.clear();
    await publishDocuments(remote, [vault], webCodec);
    await join();
    await round();
    await switchTo(null);
    await join();
    await round();
    expect(await bodies()).toEqual([['moves along']]);
  });

  it('stop before anything else where the vault is gone or is another one', async () => {
    await join();
    await createNote(makeDraft());
    await round();
    const kept = new Map(remote.files);
    remote.files.clear();
    await expect(round()).rejects.toMatchObject({ code: 'vault-missing' });
    const other = await makeVaultFile({ vaultId: '1'.repeat(32), isEncrypted: false, nowMs: 0 }, webCodec);
    await publishDocuments(remote, [other], webCodec);
    const before = [...remote.files.keys()];
    await createNote(makeDraft());
    await expect(round()).rejects.toMatchObject({ code: 'vault-other' });
    expect([...remote.files.keys()]).toEqual(before);
    for (const [path, bytes] of kept) remote.files.set(path, bytes);
    expect((await round()).pushed.changes).toBe(1);
  });
});
