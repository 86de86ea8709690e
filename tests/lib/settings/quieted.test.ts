import { expect, it } from 'vitest';
import { settingsSchema } from '@/lib/model/settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { addQuieted, liftQuieted, liftQuietedTopics, quietTopic, quietWord } from '@/lib/settings/quieted';

const DAY = '2026-11-29';
const everywhere = quietWord('Export controls', '', DAY);
const onSite = quietWord('Export controls', 'news.example', DAY);
const ascend = quietTopic('ascend-950', 'Ascend 950', DAY);
const cuda = quietTopic('cuda', 'CUDA', DAY);

it('knows a word again in any case, width and hyphen', () => {
  for (const word of ['export-controls', 'EXPORT CONTROLS', 'Export\n  controls', 'ｅｘｐｏｒｔ controls'])
    expect(quietWord(word, '', DAY).key).toBe(everywhere.key);
  expect(quietWord('export control', '', DAY).key).not.toBe(everywhere.key);
});

it('holds the same once, and a word on a site beside the word everywhere', () => {
  const list = [everywhere, onSite, ascend].reduce(addQuieted, [] as (typeof ascend)[]);
  expect(list).toEqual([everywhere, onSite, ascend]);
  expect(addQuieted(list, quietWord('export-controls', '', '2027-01-01'))).toEqual(list);
});

it('lifts one and leaves the others', () => {
  expect(liftQuieted([everywhere, onSite, ascend], onSite)).toEqual([everywhere, ascend]);
  expect(liftQuieted([everywhere], ascend)).toEqual([everywhere]);
});

it.each([
  { changed: ['ascend-950'], left: [everywhere, cuda], because: 'one of them has news' },
  { changed: [], left: [everywhere, ascend, cuda], because: 'the update brought nothing new' },
  {
    changed: ['Export controls', 'nvidia'],
    left: [everywhere, ascend, cuda],
    because: 'the news is of others',
  },
])('lifts topics when $because', ({ changed, left }) => {
  expect(liftQuietedTopics([everywhere, ascend, cuda], changed)).toEqual(left);
});

it.each([
  { entry: onSite, isRead: true, because: 'it is a word' },
  { entry: ascend, isRead: true, because: 'it is a topic' },
  { entry: { ...onSite, word: 'x'.repeat(301) }, isRead: false, because: 'no word is that long' },
  { entry: { ...ascend, day: 'today' }, isRead: false, because: 'its day is none' },
  { entry: { ...ascend, type: 'mood' }, isRead: false, because: 'a newer version wrote it' },
  { entry: null, isRead: false, because: 'it is nothing' },
])('reads an entry or passes it over: $because', ({ entry, isRead }) => {
  const stored = { ...DEFAULT_SETTINGS, quieted: [cuda, entry] };
  expect(settingsSchema.parse(stored).quieted).toEqual(isRead ? [cuda, entry] : [cuda]);
});
