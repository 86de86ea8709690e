import { describe, expect, it } from 'vitest';
import { toOwnPack } from '@/lib/card/own-pack';
import { readEvents } from '@/lib/packs/read-events';
import { makeNote, makeQuote, makeTopic } from '@/tests/builders';

const NAME = 'own-huawei.json';
const ABOUT = { name: 'Events added on Huawei', today: '2026-11-29', replica: '00112233aabbccdd' };
const EVENT = { date: '2025-10-02', text: 'A licence was granted.' };

const toFile = (value: unknown, name = NAME) => new File([JSON.stringify(value)], name);
const saved = () => {
  const target = makeQuote('A licence was granted.', { url: 'https://news.example/a', title: 'Licences' });
  const files = toOwnPack(
    makeTopic({ formerIds: ['huawei-co'] }),
    [makeNote({ event: EVENT, target })],
    ABOUT,
  );
  if (!files) throw new Error('no pack');
  return structuredClone(files);
};
/** What was saved, with the file of its topic changed. */
const withTopic = (fields: object) => {
  const files = saved();
  return { ...files, 'topics/huawei.json': { ...(files['topics/huawei.json'] as object), ...fields } };
};

describe('a file with a pack of events', () => {
  it('that a reader saved comes in whole, and says where it is from', async () => {
    expect(await readEvents(toFile(saved()), '2026-11-30')).toEqual([
      {
        pack: 'own-huawei-00112233',
        topic: 'huawei',
        topics: ['huawei', 'huawei-co'],
        name: ABOUT.name,
        fileName: NAME,
        published: '2026-11-29',
        added: '2026-11-30',
        events: [
          expect.objectContaining({ text: { und: EVENT.text }, date: EVENT.date, status: 'happened' }),
        ],
        sources: [expect.objectContaining({ origin: { und: 'news.example' } })],
      },
    ]);
  });

  const planned = { id: 'plan', text: 'x', date: '2026', status: 'planned' };
  const happened = { text: 'x', date: '2026', status: 'happened' };
  const kept = { id: 'kept', text: 'x', date: '2026', status: 'happened', outcome: { result: 'kept' } };
  const term = { text: 'the', lang: 'en' };
  const script = { id: 'a', origin: 'x', url: 'javascript:alert(1)', tier: 'newsroom' };
  it.each([
    { value: [], detail: /^own-huawei\.json: .*not the files of a pack$/, because: 'it is no object' },
    { value: {}, detail: /^pack\.json: .*missing$/, because: 'it is no pack' },
    { value: withTopic({ terms: [term] }), detail: /: terms: only events/, because: 'a term finds words' },
    {
      value: withTopic({ events: [planned] }),
      detail: /events\[0\]: only what happened/,
      because: 'it is a plan',
    },
    {
      value: withTopic({ events: [kept] }),
      detail: /events\[0\]: only what happened/,
      because: 'it was one',
    },
    {
      value: withTopic({ events: Array.from({ length: 1_001 }, (_, at) => ({ ...happened, id: `e${at}` })) }),
      detail: /events: more than 1000 events/,
      because: 'a card could not show all of them',
    },
    {
      value: withTopic({ formerIds: Array.from({ length: 21 }, (_, at) => `other-${at}`) }),
      detail: /formerIds: more than 20 ids/,
      because: 'it claims to have been many topics',
    },
    { value: withTopic({ events: [] }), detail: /no event$/, because: 'there is nothing in it' },
    { value: withTopic({ sources: [script] }), detail: /sources\[0\]\.url/, because: 'an address is code' },
    { value: withTopic({ script: 'x' }), detail: /script/, because: 'it has more than a pack may have' },
    { value: 'x'.repeat(2_000_001), detail: /larger than 2 MB/, because: 'it is too large' },
  ])('is refused whole where $because', async ({ value, detail }) => {
    await expect(readEvents(toFile(value), '2026-11-30')).rejects.toMatchObject({
      code: 'pack-invalid',
      detail: expect.stringMatching(detail),
    });
  });
});
