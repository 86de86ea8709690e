import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { findReplica } from '@/lib/db/replica';
import { hasSharedVault, LEFT_KEY } from '@/lib/db/shared-vault';
import { moveNote } from '@/lib/notes/move-note';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { disconnect } from '@/lib/vault/connect';
import { listConnected, loadConnection } from '@/lib/vault/connections';
import { loadKeyring } from '@/lib/vault/keyring';
import { changePassphraseOn } from '@/lib/vault/passphrase';
import { listReplicas, nameReplica } from '@/lib/vault/replicas';
import { ROUND_ALARM } from '@/lib/vault/round-alarm';
import { runDueRounds } from '@/lib/vault/run-round';
import { pause } from '@/lib/vault/schedule';
import { startOverOn } from '@/lib/vault/start-over';
import { makeDraft } from '@/tests/builders';
import { putStore, readStore, takeStore } from '@/tests/stored';
import {
  bodies,
  click,
  createMapRemote,
  enter,
  layVaultBed,
  quickDerive,
  server,
  textOf,
} from '@/tests/vault';

layVaultBed();

const VAULT = 'shared';
const share = (remote: ReturnType<typeof createMapRemote>, passphrase: string | null = null) =>
  enter(remote, passphrase, server, VAULT);
const ownOf = (store: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(store).filter(([name]) => name.startsWith('own ')));

describe('a vault shared with others', () => {
  it('does not exist before the reader connects one', async () => {
    await createNote(makeDraft());
    await latestNotes(5);
    await listConnected();
    expect(await hasSharedVault()).toBe(false);
    expect(await Dexie.exists('sidelight-shared')).toBe(false);
  });

  it('gets the notes that were moved there, and no others', async () => {
    const [own, team] = [createMapRemote(), createMapRemote()];
    await createNote(makeDraft({ body: 'Kept to myself' }));
    const note = await createNote(makeDraft({ body: 'For the others' }));
    await enter(own);
    await share(team);
    await moveNote(note, VAULT);
    expect(await click(own)).toMatchObject({ state: 'done' });
    expect(await click(team, { vault: VAULT })).toMatchObject({ state: 'done' });
    await takeStore();
    await share(team);
    await click(team, { vault: VAULT });
    expect(await bodies(VAULT)).toEqual(['For the others']);
    expect(await bodies()).toEqual([]);
  });

  it('shows who wrote a note, by the name that machine has there', async () => {
    const team = createMapRemote();
    await share(team);
    await nameReplica('Ada', VAULT);
    await nameReplica('Desk in the bedroom');
    await moveNote(await createNote(makeDraft({ body: 'Seen' })), VAULT);
    await click(team, { vault: VAULT });
    const ada = await takeStore();
    await share(team);
    await click(team, { vault: VAULT });
    const [note] = await latestNotes(1);
    const replicas = await listReplicas(VAULT);
    expect(replicas.find(({ id }) => id === note?.author)).toMatchObject({ name: 'Ada', isSelf: false });
    expect(textOf(team)).not.toContain('bedroom');
    // And an edit of hers by somebody else comes back to her.
    if (note) await editNote(note.id, { body: 'Seen, and checked' }, note, VAULT);
    await click(team, { vault: VAULT });
    await putStore(ada);
    await click(team, { vault: VAULT });
    expect(await bodies(VAULT)).toEqual(['Seen, and checked']);
  });

  it("leaves every row of the reader's own vault as it is, whatever is done with it", async () => {
    const [own, team] = [createMapRemote(), createMapRemote()];
    await createNote(makeDraft({ body: 'Kept to myself' }));
    await enter(own, 'plum ladder sixty');
    await click(own);
    await share(team, 'quiet river seven');
    const before = ownOf(await readStore());
    const files = new Map(own.files);
    await click(team, { vault: VAULT });
    await nameReplica('Ada', VAULT);
    await pause(VAULT);
    await changePassphraseOn(team, 'quiet river seven', 'another one again', quickDerive, VAULT);
    for (const name of [...team.files.keys()]) team.files.delete(name);
    expect(await click(team, { vault: VAULT })).toMatchObject({ code: 'vault-missing' });
    await startOverOn(team, VAULT);
    await click(team, { vault: VAULT });
    await disconnect(VAULT);
    expect(ownOf(await readStore())).toEqual(before);
    expect(own.files).toEqual(files);
  });

  it('is never the same as the own one', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await expect(share(remote)).rejects.toMatchObject({ code: 'vault-same' });
    expect(await loadConnection(VAULT)).toBeNull();
    const team = createMapRemote();
    await share(team);
    await expect(enter(team)).rejects.toMatchObject({ code: 'vault-same' });
    expect(await loadConnection()).toEqual(server);
  });

  it('is looked at by the same alarm, and both rounds are made', async () => {
    await share(createMapRemote());
    expect(await browser.alarms.get(ROUND_ALARM)).toMatchObject({ periodInMinutes: 5 });
    await enter(createMapRemote());
    expect(await listConnected()).toEqual(['own', 'shared']);
    await disconnect();
    expect(await browser.alarms.get(ROUND_ALARM)).toBeTruthy();
    await disconnect(VAULT);
    expect(await browser.alarms.get(ROUND_ALARM)).toBeFalsy();
    await runDueRounds('alarm');
  });
});

describe('leaving the shared vault', () => {
  it("makes its notes the reader's own, so that the next one does not get them", async () => {
    const [team, others] = [createMapRemote(), createMapRemote()];
    await share(team, 'quiet river seven');
    await moveNote(await createNote(makeDraft({ body: 'For the others' })), VAULT);
    await click(team, { vault: VAULT });
    await disconnect(VAULT);
    expect(await bodies()).toEqual(['For the others']);
    expect(await bodies(VAULT)).toEqual([]);
    expect(await loadKeyring(VAULT)).toEqual([]);
    await share(others);
    await click(others, { vault: VAULT });
    await takeStore();
    await share(others);
    await click(others, { vault: VAULT });
    expect(await bodies(VAULT)).toEqual([]);
    expect((await listReplicas(VAULT)).length).toBe(2);
  });

  it('keeps nothing in its database but the random id that this machine had there', async () => {
    const team = createMapRemote();
    await share(team, 'quiet river seven');
    await nameReplica('Ada', VAULT);
    await moveNote(await createNote(makeDraft({ body: 'For the others' })), VAULT);
    await click(team, { vault: VAULT });
    const id = await findReplica(VAULT);
    await disconnect(VAULT);
    const kept = Object.entries(await readStore()).filter(
      ([name, rows]) => name.startsWith('shared ') && rows.length > 0,
    );
    expect(kept).toEqual([['shared meta', [{ key: LEFT_KEY, value: [id] }]]]);
  });

  it('cut off in the middle, is made good before another is joined', async () => {
    const team = createMapRemote();
    await share(team);
    const [first, second] = [makeDraft({ body: 'One' }), makeDraft({ body: 'Two' })];
    for (const draft of [first, second]) await moveNote(await createNote(draft), VAULT);
    await click(team, { vault: VAULT });
    const { dropConnection } = await import('@/lib/vault/connections');
    await dropConnection(VAULT);
    const others = createMapRemote();
    await share(others);
    expect(await bodies()).toEqual(['One', 'Two']);
    expect(await bodies(VAULT)).toEqual([]);
  });
});
