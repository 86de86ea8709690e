/** Notes that live in an S3 bucket, by the whole way that a reader goes: from the question to the second machine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { press, waitForName } from '@/scripts/drive/reader';
import { type RunningS3, startS3rver } from '@/tests/remotes/servers/s3rver';
import { BROWSERS, stopAtFirstFailure } from './browser';
import {
  disconnect,
  type Machine,
  openMachine,
  readFact,
  readPanel,
  rewriteNote,
  startRound,
  syncNow,
  waitForFact,
  waitForNotes,
  writeNote,
} from './sync-machine';
import { EMPTY, joined, TIME, TRIED } from './sync-places';
import { waitForText } from './wait-for-text';

const FIRST_NOTE = 'Ask who has seen the cluster run';
const EDITED_NOTE = 'Ask who has seen the cluster run twice';
/** Each machine also sends its own line in the list of machines. */
const PREVIEW = ['What this round would do', 'Nothing has been changed yet.'];

/** One for each browser; two of the one where only one is tested. */
const [FIRST = 'chromium', SECOND = FIRST] = BROWSERS;

describe(`an S3 bucket, from ${FIRST} to ${SECOND}`, () => {
  stopAtFirstFailure();
  let site: Served;
  let s3: RunningS3;
  let desk: Machine;
  let laptop: Machine;
  beforeAll(async () => {
    [site, s3] = await Promise.all([serveArticles(), startS3rver()]);
    [desk, laptop] = await Promise.all([
      openMachine(FIRST, `${site.origin}/huawei-connect.html`),
      openMachine(SECOND, `${site.origin}/huawei-connect.html`),
    ]);
  });
  afterAll(async () => {
    for (const machine of [desk, laptop]) await machine?.driven.close();
    await Promise.all([site?.close(), s3?.close()]);
  });

  const place = () => `127.0.0.1:${s3.port}/${s3.bucket}/my notes`;

  async function connect({ options }: Machine): Promise<void> {
    await options.bringToFront();
    await waitForText(options, 'Where should your notes live?');
    await press(options, 'A folder or server of mine', '[role="radio"]');
    await press(options, 'S3 bucket', '[role="radio"]');
    const type = async (label: string, text: string) =>
      (await waitForName(options, label, 'input')).type(text);
    await type('Address of the service', s3.endpoint);
    await type('Region', s3.region);
    await type('Bucket', s3.bucket);
    await type('Folder in the bucket', 'my notes');
    await type('Access key', s3.accessKey);
    await type('Secret key', s3.secretKey);
    await press(options, 'Connect', 'button');
  }

  it('the first machine finds an empty bucket that can do all, and sends its note', async () => {
    await writeNote(desk, FIRST_NOTE);
    await connect(desk);
    expect(await readPanel(desk, /^What was found/)).toEqual([
      `What was found at ${place()}`,
      ...TRIED,
      ...EMPTY,
    ]);
    expect(await readPanel(desk, /^What this round/)).toEqual([
      ...PREVIEW,
      'Nothing changes here.',
      '2 changes are sent',
      'You have 1 note here now.',
    ]);
    await startRound(desk);
    expect(await readFact(desk, 'Where')).toBe(place());
    expect(await readFact(desk, 'Last round')).toMatch(TIME);
  });

  it('the second machine joins what is there, and has the note of the first', async () => {
    await waitForNotes(laptop, []);
    await connect(laptop);
    expect(await readPanel(laptop, /^What was found/)).toEqual([
      `What was found at ${place()}`,
      ...TRIED,
      ...joined('1 machine'),
    ]);
    expect(await readPanel(laptop, /^What this round/)).toEqual([
      ...PREVIEW,
      '1 note is added here',
      FIRST_NOTE,
      '1 change is sent',
      'You have no notes here now.',
    ]);
    await startRound(laptop);
    expect(await readFact(laptop, 'Last round')).toMatch(TIME);
    await waitForNotes(laptop, [FIRST_NOTE]);
  });

  it('an edit made there comes back', async () => {
    await rewriteNote(laptop, FIRST_NOTE, EDITED_NOTE);
    await waitForFact(laptop, 'State', /^1 change to send\.$/);
    await syncNow(laptop);
    await waitForNotes(desk, [FIRST_NOTE]);
    await syncNow(desk);
    await waitForNotes(desk, [EDITED_NOTE]);
  });

  it('each machine leaves it, and keeps its notes', async () => {
    for (const each of [desk, laptop]) {
      await disconnect(each);
      await waitForNotes(each, [EDITED_NOTE]);
    }
  });
});
