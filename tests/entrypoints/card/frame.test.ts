import { describe, expect, it } from 'vitest';
import { isToCard } from '@/entrypoints/card/is-to-card';
import { receivePort } from '@/entrypoints/card/receive-port';
import { CARD_HANDSHAKE } from '@/lib/messages/card-port';

const article = {
  url: 'https://a.example/',
  linked: 'https://a.example/',
  title: 'A',
  language: 'en',
  written: [],
};
const show = {
  type: 'show',
  visit: 1,
  topic: 'huawei',
  word: 'Huawei',
  site: 'a.example',
  article,
  pageTopics: [],
  focus: false,
};

describe('isToCard', () => {
  it.each<[unknown, boolean, string]>([
    [show, true, 'it is whole'],
    [{ type: 'hide' }, true, 'hiding needs nothing else'],
    [{ ...show, pageTopics: [{ topic: 'nvidia', group: 'nvidia', count: 2 }] }, true, 'it lists topics'],
    [null, false, 'it is nothing'],
    ['show', false, 'it is a text'],
    [{ ...show, visit: '1' }, false, 'the visit is no number'],
    [{ ...show, topic: 'x'.repeat(81) }, false, 'no topic id is that long'],
    [{ ...show, word: 'x'.repeat(301) }, false, 'no word of a pack is that long'],
    [{ ...show, site: undefined }, false, 'the site is missing'],
    [{ ...show, article: { ...article, written: [7] } }, false, 'a date is no text'],
    [{ ...show, article: undefined }, false, 'the article is missing'],
    [{ ...show, pageTopics: [{ topic: 'nvidia' }] }, false, 'an entry is torn'],
    [{ ...show, focus: 'yes' }, false, 'focus is no boolean'],
    [{ type: 'shown', visit: 1 }, false, 'that is what we say, not they'],
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
