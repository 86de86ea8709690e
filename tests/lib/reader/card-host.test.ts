// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOOK } from '@/lib/model/look';
import { createCardHost } from '@/lib/reader/card-host';
import { createGuard } from '@/lib/reader/guard';

const life = { current: new AbortController() };
const ARTICLE = { url: '', linked: '', title: '', language: '', isList: false, written: [] };
const PLACE = { left: 10, top: 10, width: 40, height: 10 };

function begin() {
  const guard = createGuard(life.current.signal, () => {
    throw new Error('the host failed');
  });
  const place = () => ({ address: 'about:blank', origin: '*' });
  const around = () => ({ site: '', article: ARTICLE, pageTopics: [] });
  const unheard = () => expect.unreachable();
  return createCardHost(guard, document, LOOK, place, around, unheard, unheard);
}

const card = (focus: boolean) => ({ type: 'note' as const, id: 'one', focus });

beforeEach(() => {
  life.current = new AbortController();
  HTMLElement.prototype.showPopover = () => {};
});
afterEach(() => life.current.abort());

describe('a card that is on its way', () => {
  it.each([
    { focus: true, because: 'opened by keyboard: the pointer, which rests elsewhere, does not take it away' },
    { focus: false, because: 'opened by pointer: it closes when the pointer leaves' },
  ])('is held: $focus, $because', ({ focus }) => {
    const host = begin();
    expect(host.show(document.body, PLACE, card(focus))).toBe(true);
    expect(host.isHeld()).toBe(focus);
    host.hide();
    expect(host.isHeld()).toBe(false);
  });
});

it('comes into the top layer again where the page has taken it away, or it moves into a dialog', () => {
  const shown = vi.spyOn(HTMLElement.prototype, 'showPopover');
  const host = begin();
  host.show(document.body, PLACE, card(false));
  document.documentElement.lastElementChild?.remove();
  host.show(document.body, PLACE, card(false));
  expect(shown).toHaveBeenCalledTimes(2);
});
