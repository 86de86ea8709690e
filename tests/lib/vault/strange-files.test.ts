/** Files that are not what their names say, and vaults of later versions. */
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/model/app-error';
import { createNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { nameDocument } from '@/lib/sync/vault-file';
import { unlockOn } from '@/lib/vault/passphrase';
import { makeDraft } from '@/tests/builders';
import {
  bound,
  click,
  createMapRemote,
  enter,
  filesOf,
  layVaultBed,
  type MapRemote,
  quickDerive,
} from '@/tests/vault';

layVaultBed();

async function lay(remote: MapRemote, kind: 'vault' | 'key', text: string) {
  const document = await nameDocument(kind, text, webCodec);
  remote.files.set(document.name, new TextEncoder().encode(document.text));
}

const NEWER = JSON.stringify({
  v: 2,
  vaultId: 'ab'.repeat(16),
  created: '2027',
  minReader: 2,
  enc: 'XCHACHA20',
});

it('a vault file of a newer version, with an encryption that we do not know, is vault-newer in a round', async () => {
  const remote = createMapRemote();
  await enter(remote);
  await click(remote);
  await lay(remote, 'vault', NEWER);
  expect((await click(remote)).code).toBe('vault-newer');
});

it('nor is a vault founded beside it', async () => {
  const remote = createMapRemote();
  await lay(remote, 'vault', NEWER);
  await expect(enter(remote)).rejects.toMatchObject({ code: 'vault-newer' });
});

it('a file that is named like a key and is none does not lock the vault for good', async () => {
  const remote = createMapRemote();
  await enter(remote, 'correct horse battery');
  await click(remote);
  await lay(remote, 'key', '{}');
  await createNote(makeDraft({ body: 'after' }));
  const first = await click(remote);
  await unlockOn(remote, 'correct horse battery', quickDerive); // the next step that we offer
  expect([first.code, (await click(remote)).code]).toEqual([null, null]);
});

describe('a file of a stranger stands in nobody’s way', () => {
  it.each([`key.${'1'.repeat(32)}.json`, `vault.${'1'.repeat(32)}.json`])('70 KB named %s', async (name) => {
    const remote = bound(createMapRemote());
    await enter(remote);
    await click(remote);
    remote.files.set(name, new Uint8Array(70_000));
    await createNote(makeDraft({ body: 'after' }));
    expect((await click(remote)).code).toBe(null);
  });
  it('a name of ours under which 5 MB lie, where our intent was to arrive', async () => {
    let isCut = false;
    const remote = bound(
      createMapRemote((request) => {
        if (isCut && /^get s\//.test(request)) throw new AppError('remote-unreachable');
      }),
    );
    await enter(remote);
    await click(remote);
    await createNote(makeDraft({ body: 'waits' }));
    const before = new Set(filesOf(remote, /\.seg$/));
    isCut = true;
    await click(remote);
    isCut = false;
    const [sent = ''] = filesOf(remote, /\.seg$/).filter((path) => !before.has(path));
    remote.files.set(sent, new Uint8Array(5_000_000));
    expect((await click(remote)).code).toBe(null);
  });
  it('a folder that lists too much', async () => {
    const remote = createMapRemote((request) => {
      if (request === 'list s/1111111111111111') throw new AppError('remote-too-large');
    });
    await enter(remote);
    await click(remote);
    remote.files.set('1111111111111111.1.1111111111111111.head', new Uint8Array(1));
    await createNote(makeDraft({ body: 'after' }));
    await click(remote);
    expect((await click(remote)).code).toBe(null);
  });
});
