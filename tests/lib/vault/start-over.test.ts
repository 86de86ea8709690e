import { describe, expect, it } from 'vitest';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { startOverOn } from '@/lib/vault/start-over';
import { makeDraft } from '@/tests/builders';
import { takeStore } from '@/tests/stored';
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
});
