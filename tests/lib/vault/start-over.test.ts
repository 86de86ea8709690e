import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { createDexieStore, loadVaultState } from '@/lib/vault/dexie-store';
import { startOverOn } from '@/lib/vault/start-over';
import { makeDraft } from '@/tests/builders';
import { putStore, takeStore } from '@/tests/stored';
import { bodies, click, createMapRemote, enter, layVaultBed } from '@/tests/vault';

layVaultBed();

describe('a folder that has lost the vault', () => {
  it('is not written to by itself; starting over brings everything back, under the same key', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    const gone = await createNote(makeDraft({ body: 'Thrown away' }));
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    await hideNote(gone.id);
    await click(remote);
    remote.files.clear();
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'vault-missing' });
    expect(remote.files.size).toBe(0);
    expect(await bodies()).toEqual(['Plum blossom']);
    await startOverOn(remote);
    expect(await click(remote)).toMatchObject({ state: 'done' });
    await takeStore();
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom']);
  });

  it('is left alone where another vault has come to stand there', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote);
    await click(remote);
    const home = await takeStore();
    remote.files.clear();
    await createNote(makeDraft({ body: 'Somebody else’s' }));
    await enter(remote);
    await click(remote);
    await putStore(home);
    const [files, state] = [new Map(remote.files), await loadVaultState()];
    await expect(startOverOn(remote)).rejects.toMatchObject({ code: 'vault-other' });
    expect(remote.files).toEqual(files);
    expect(await loadVaultState()).toEqual(state);
    expect(await createDexieStore().countPending()).toBe(0);
  });

  it('can be begun again where it was cut off: half of it never stands here', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote);
    await click(remote);
    remote.files.clear();
    const state = await loadVaultState();
    const fail = (key: string) => {
      if (key === 'sync:state') throw new Error('the disk is gone');
    };
    database.meta.hook('creating', fail);
    await expect(startOverOn(remote)).rejects.toMatchObject({ code: 'database-failed' });
    database.meta.hook('creating').unsubscribe(fail);
    expect(await loadVaultState()).toEqual(state);
    expect(await createDexieStore().countPending()).toBe(0);
    await startOverOn(remote);
    expect(await click(remote)).toMatchObject({ state: 'done', report: { pushed: { segments: 1 } } });
  });
});
