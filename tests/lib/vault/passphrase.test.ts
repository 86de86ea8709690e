import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { loadConnection } from '@/lib/vault/connections';
import { loadKeyring } from '@/lib/vault/keyring';
import { changePassphraseOn, unlockOn } from '@/lib/vault/passphrase';
import { makeDraft } from '@/tests/builders';
import { putStore, type Store, takeStore } from '@/tests/stored';
import {
  bodies,
  click,
  createMapRemote,
  due,
  enter,
  filesOf,
  layVaultBed,
  type MapRemote,
  MINUTE,
  quickDerive,
  textOf,
} from '@/tests/vault';

layVaultBed();

describe('an encrypted vault', () => {
  async function twoReplicas(): Promise<{ remote: MapRemote; home: Store }> {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    return { remote, home: await takeStore() };
  }

  it('shows neither a note nor passphrase nor password to the storage', async () => {
    const { remote } = await twoReplicas();
    expect(filesOf(remote, /^key\./)).toHaveLength(1);
    for (const secret of ['Plum blossom', 'plum ladder', 'geheim'])
      expect(textOf(remote)).not.toContain(secret);
  });

  it('opens elsewhere with the passphrase, and only so', async () => {
    const { remote } = await twoReplicas();
    await expect(enter(remote)).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(enter(remote, 'plum')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await loadConnection()).toBeNull();
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom']);
  });

  it('keeps the key as one that cannot be read', async () => {
    await enter(createMapRemote(), 'plum ladder sixty');
    const [kept] = await loadKeyring();
    expect(kept?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', kept?.key as CryptoKey)).rejects.toThrow();
    expect(JSON.stringify(await takeStore())).not.toContain('plum ladder');
  });

  it('lets the passphrase change: the old one opens no more, who is connected stays so', async () => {
    const { remote, home } = await twoReplicas();
    await putStore(home);
    await expect(changePassphraseOn(remote, 'wrong', 'new words', quickDerive)).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await changePassphraseOn(remote, 'plum ladder sixty', 'orbit canvas', quickDerive);
    expect(filesOf(remote, /^key\./)).toHaveLength(1);
    await editNote((await listNotes())[0]?.id ?? '', { body: 'Plum blossom in March' });
    expect(await click(remote)).toMatchObject({ state: 'done' });
    await takeStore();
    await expect(enter(remote, 'plum ladder sixty')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await enter(remote, 'orbit canvas');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom in March']);
  });

  it('with a second key from elsewhere is locked until its passphrase is given', async () => {
    const { remote, home } = await twoReplicas();
    await takeStore();
    const other = createMapRemote();
    await enter(other, 'second words');
    for (const name of filesOf(other, /^key\./)) remote.files.set(name, other.files.get(name) as Uint8Array);
    await putStore(home);
    const before = new Map(remote.files);
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'vault-locked' });
    expect(remote.files).toEqual(before);
    expect(await due(remote, 'alarm', Date.now() + 60 * MINUTE)).toBeNull();
    await expect(unlockOn(remote, 'neither', quickDerive)).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await unlockOn(remote, 'second words', quickDerive);
    expect(await loadKeyring()).toHaveLength(2);
    expect(await click(remote)).toMatchObject({ state: 'done' });
  });

  it('refuses to take a vault without encryption for one with it', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await takeStore();
    await expect(enter(remote, 'plum ladder sixty')).rejects.toMatchObject({ code: 'vault-other' });
  });
});
