import { describe, expect, it } from 'vitest';
import { isToCard } from '@/entrypoints/card/is-to-card';
import { readName, receivePort } from '@/entrypoints/card/receive-port';
import { CARD_HANDSHAKE } from '@/lib/messages/card-port';

const article = {
  url: 'https://a.example/',
  linked: 'https://a.example/',
  title: 'A',
  language: 'en',
  isList: false,
  written: [],
};
const written = { from: 'time', label: '', text: '2025-09-18' };
const saying = (...said: unknown[]) => ({ ...show, article: { ...article, written: said } });
const show = {
  type: 'show',
  visit: 1,
  topic: 'huawei',
  word: 'Huawei',
  site: 'a.example',
  article,
  pageTopics: [],
  focus: false,
  step: null,
};

const passage = { start: 3, end: 8, exact: 'words', before: 'a ', after: ' b', telling: null };
const note = {
  type: 'note',
  id: 'note:n000000000000001',
  visit: 1,
  site: '',
  article,
  pageTopics: [],
  focus: false,
};
const twins = { before: 0, after: 0.5, row: 9, nth: 1, of: 3 };
const near = (topics: unknown) => ({ ...write, selection: { ...write.selection, near: topics } });
const write = { ...note, type: 'write', id: undefined, selection: { text: 'words', passage } };
const selecting = (fields: object) => ({
  ...write,
  selection: { text: 'words', passage: { ...passage, ...fields } },
});

describe('isToCard', () => {
  it.each<[unknown, boolean, string]>([
    [show, true, 'it is whole'],
    [{ type: 'hide' }, true, 'hiding needs nothing else'],
    [{ ...show, pageTopics: [{ topic: 'nvidia', group: 'nvidia', count: 2 }] }, true, 'it lists topics'],
    [null, false, 'it is nothing'],
    ['show', false, 'it is a text'],
    [{ ...show, visit: '1' }, false, 'the visit is no number'],
    [{ ...show, topic: 'x'.repeat(81) }, false, 'no topic id is that long'],
    [saying(written, { ...written, from: 'json-ld' }, { ...written, from: 'meta' }), true, 'it says dates'],
    [saying(7), false, 'what it says of a date is a number'],
    [saying({ ...written, from: 'address' }), false, 'the page says nothing of its address'],
    [saying({ ...written, text: 7 }), false, 'a date is no text'],
    [saying({ ...written, text: 'x'.repeat(200_001) }), false, 'a text is longer than any'],
    [saying({ ...written, label: 'x'.repeat(101) }), false, 'a label is longer than any'],
    [saying(...Array.from({ length: 200 }, () => written)), true, 'it says as many dates as a page may'],
    [saying(...Array.from({ length: 201 }, () => written)), false, 'it says more'],
    [{ ...show, article: { ...article, isList: 1 } }, false, 'whether it is a list is a number'],
    [{ ...show, word: 'x'.repeat(301) }, false, 'no word of a pack is that long'],
    [{ ...show, site: undefined }, false, 'the site is missing'],
    [{ ...show, article: undefined }, false, 'the article is missing'],
    [{ ...show, pageTopics: [{ topic: 'nvidia' }] }, false, 'an entry is torn'],
    [{ ...show, focus: 'yes' }, false, 'focus is no boolean'],
    [{ ...show, step: { at: 1, of: 7 } }, true, 'it is a step among mentions'],
    [{ ...show, step: { at: 1 } }, false, 'a step is torn'],
    [{ ...show, step: undefined }, false, 'whether it is a step is missing'],
    [{ type: 'shown', visit: 1 }, false, 'that is what we say, not they'],
    [note, true, 'it asks for a note'],
    [{ ...note, id: 7 }, false, 'the id of a note is a text'],
    [{ ...note, article: undefined }, false, 'the note has no page'],
    [write, true, 'it asks for a place to write in'],
    [near({ within: ['huawei'], around: [] }), true, 'it names topics near by'],
    [near({ within: ['huawei'] }), false, 'half of them is missing'],
    [near({ within: [7], around: [] }), false, 'a topic is a number'],
    [{ ...write, selection: null }, false, 'there is nothing to write on'],
    [{ ...write, selection: { text: 'words' } }, false, 'the passage is missing'],
    [selecting({ twins }), true, 'it says how the quote compares with its twins'],
    [selecting({ twins: 'x'.repeat(99) }), false, 'that is a text'],
    [selecting({ twins: { ...twins, row: 'x'.repeat(99) } }), false, 'a part of that is a text'],
    [selecting({ twins: { ...twins, before: 2 } }), false, 'no twin shares more than all'],
    [selecting({ twins: { ...twins, of: 0 } }), false, 'it stands nowhere'],
    [selecting({ start: 0.5 }), false, 'a place is no whole number'],
    [selecting({ start: -1 }), false, 'a place is before the text'],
    [selecting({ exact: 'x'.repeat(40_001) }), false, 'a quote is longer than any'],
    [selecting({ before: 'x'.repeat(2_001) }), false, 'so is what stands before it'],
  ])('of %o is %s because %s', (message, expected) => {
    expect(isToCard(message)).toBe(expected);
  });
});

describe('receivePort', () => {
  type Said = { data: unknown; source: unknown; ports: MessagePort[] };
  const makeFrame = () => {
    const frame = Object.assign(new EventTarget(), { parent: {} });
    const say = (said: Partial<Said>) =>
      frame.dispatchEvent(
        Object.assign(new Event('message'), {
          data: { type: CARD_HANDSHAKE },
          source: frame.parent,
          ports: [new MessageChannel().port1],
          ...said,
        }),
      );
    return { port: receivePort(frame as unknown as Window), say };
  };

  it('takes the first port that the parent hands over, and no later one', async () => {
    const { port, say } = makeFrame();
    const [first, second] = [new MessageChannel().port1, new MessageChannel().port1];
    say({ ports: [first] });
    say({ ports: [second] });
    expect(await port).toBe(first);
  });

  it.each<[Partial<Said>, string]>([
    [{ source: {} }, 'another window speaks'],
    [{ data: { type: 'other' } }, 'it is another message'],
    [{ data: null }, 'it is empty'],
    [{ ports: [] }, 'it brings no port'],
  ])('takes nothing from %o because %s', async (said) => {
    const { port, say } = makeFrame();
    const right = new MessageChannel().port1;
    say(said);
    say({ ports: [right] });
    expect(await port).toBe(right);
  });
});

describe('readName', () => {
  it.each([
    ['huawei', 'huawei'],
    ['', ''],
    ['longer than an id may be'.repeat(4), ''],
  ])('of "%s" is %o', (name, expected) => {
    expect(readName({ name })).toEqual(expected);
  });
});
