import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { createNote } from '@/lib/notes/write-note';
import { saveConnection } from '@/lib/vault/connections';
import { makeDraft } from '@/tests/builders';
import { takeStore } from '@/tests/stored';
import { click, createMapRemote, enter, layVaultBed, server } from '@/tests/vault';

layVaultBed();

describe('secrets', () => {
  it('stand in the table of secrets and nowhere else of what the browser stores', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await saveConnection(server);
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    const { 'own secrets': secrets, ...others } = await takeStore();
    expect(secrets).toHaveLength(2);
    expect(JSON.stringify(others)).not.toMatch(/geheim-7319|plum ladder/);
    const shared = [await browser.storage.local.get(null), await browser.storage.sync.get(null)];
    expect(JSON.stringify(shared)).not.toMatch(/geheim-7319|plum ladder/);
  });
});
