import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { exportVault, importVault } from '@/lib/vault/zip-file';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach, takeStore } from '@/tests/stored';

emptyDatabaseBeforeEach();

const bodies = async () => (await listNotes()).map(({ body }) => body).sort();
const open = async (file: Blob) => unzipSync(new Uint8Array(await file.arrayBuffer()));
const close = (files: Record<string, Uint8Array>) => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

describe('a .zip file of notes', () => {
  it('brings notes, also hidden ones, to another installation; twice changes nothing', async () => {
    const kept = await createNote(makeDraft({ body: 'Plum' }));
    await editNote(kept.id, { body: 'Plum blossom' });
    await hideNote((await createNote(makeDraft({ body: 'Thrown away' }))).id);
    const file = await exportVault();
    await takeStore();
    await createNote(makeDraft({ body: 'Already here' }));
    expect(await importVault(file)).toMatchObject({ added: 2, updated: 0 });
    expect(await bodies()).toEqual(['Already here', 'Plum blossom']);
    expect(await importVault(file)).toMatchObject({ added: 0, updated: 0, known: 2 });
  });

  it('is a vault as it would lie in a folder', async () => {
    await createNote(makeDraft());
    const names = Object.keys(await open(await exportVault()));
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^sidelight\/v1\/vault\.[0-9a-f]{32}\.json$/);
    expect(names[1]).toMatch(/^sidelight\/v1\/s\/[0-9a-f]{16}\/[0-9a-f]{32}\.seg$/);
  });

  it('is brought in whole or not at all', async () => {
    await createNote(makeDraft({ body: 'Plum' }));
    const files = await open(await exportVault());
    await takeStore();
    const [segment = ''] = Object.keys(files).filter((name) => name.endsWith('.seg'));
    const bytes = files[segment] as Uint8Array;
    const flipped = bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1);
    const cut = (await close(files).arrayBuffer()).slice(0, -30);
    for (const [file, because] of [
      [close({ ...files, [segment]: flipped }), 'a flipped bit'],
      [new Blob([cut]), 'cut off'],
      [new Blob(['{"format":"something else"}']), 'no .zip'],
      [close({ 'holiday.jpg': bytes }), 'nothing of ours in it'],
    ] as const) {
      await expect(importVault(file), because).rejects.toMatchObject({ code: 'import-invalid' });
    }
    expect(await bodies()).toEqual([]);
  });

  it('is refused whole where a part of it unpacks to more than a segment may be', async () => {
    await createNote(makeDraft({ body: 'Plum' }));
    const files = await open(await exportVault());
    await takeStore();
    const bomb = { [`sidelight/v1/s/${'0'.repeat(16)}/${'a'.repeat(32)}.seg`]: new Uint8Array(5_000_000) };
    const file = close({ ...files, ...bomb });
    expect(file.size).toBeLessThan(10_000);
    await expect(importVault(file)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: expect.stringContaining('too large'),
    });
    expect(await bodies()).toEqual([]);
  });

  it('takes nothing for a segment that does not stand in a folder of segments', async () => {
    await createNote(makeDraft({ body: 'Plum' }));
    const files = await open(await exportVault());
    await takeStore();
    const moved = Object.entries(files).map(([path, bytes]) => [`loose/${path.split('/').at(-1)}`, bytes]);
    await expect(importVault(close(Object.fromEntries(moved)))).rejects.toMatchObject({
      code: 'import-invalid',
    });
  });

  it('leaves files of others in it alone', async () => {
    await createNote(makeDraft({ body: 'Plum' }));
    const files = await open(await exportVault());
    await takeStore();
    await importVault(close({ ...files, 'readme.txt': new Uint8Array(3) }));
    expect(await bodies()).toEqual(['Plum']);
  });
});
