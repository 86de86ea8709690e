// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuard } from '@/lib/reader/guard';
import type { Spot } from '@/lib/reader/held-blocks';
import type { Hit } from '@/lib/reader/hit-test';
import { watchPointer } from '@/lib/reader/hover';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';

const life = { current: new AbortController() };

/** A page on which a mention stands left of x = 100, another left of 200, none elsewhere. */
function begin(settings = DEFAULT_SETTINGS) {
  const spots = ['huawei', 'nvidia'].map(
    (topic) => ({ held: { block: { nodes: [] } }, mention: { topic } }) as unknown as Spot,
  );
  const state = {
    opened: null as Spot | null,
    isHeld: false,
    isHolding: false,
    prepared: 0,
    unprepared: 0,
    shown: [] as string[],
  };
  const hitAt = (x: number): Hit | null => {
    const spot = x < 100 ? spots[0] : x < 200 ? spots[1] : undefined;
    return spot ? { spot, rect: {} as DOMRect } : null;
  };
  const pointer = watchPointer(
    createGuard(life.current.signal, () => {
      throw new Error('the pointer failed');
    }),
    document,
    hitAt,
    () => settings,
    {
      isHeld: () => state.isHeld || state.isHolding,
      isHolding: () => state.isHolding,
      prepare: () => void state.prepared++,
      unprepare: () => void state.unprepared++,
    },
    () => state.opened,
    ({ spot }) => {
      state.opened = spot;
      state.shown.push(spot.mention.topic);
    },
    () => {
      state.opened = null;
    },
  );
  vi.advanceTimersByTime(1_000);
  const fire = (type: string, x: number, init: PointerEventInit = {}, target: Element = document.body) =>
    target.dispatchEvent(
      new PointerEvent(type, { clientX: x, bubbles: true, composed: true, cancelable: true, ...init }),
    );
  return { state, pointer, fire };
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  life.current = new AbortController();
  vi.useFakeTimers();
  document.body.innerHTML = '<p>text <a href="#">link</a><button>press</button></p>';
});
afterEach(() => {
  life.current.abort();
  vi.useRealTimers();
});

describe('opening by hover', () => {
  it('prepares at 150 ms and shows at the delay', () => {
    const { state, fire } = begin();
    fire('pointermove', 50);
    vi.advanceTimersByTime(149);
    expect(state.prepared).toBe(0);
    vi.advanceTimersByTime(1);
    expect([state.prepared, state.shown]).toEqual([1, []]);
    vi.advanceTimersByTime(350);
    expect(state.shown).toEqual(['huawei']);
  });

  it('keeps counting while the pointer moves within the mention, begins anew on another', () => {
    const { state, fire } = begin();
    fire('pointermove', 50);
    vi.advanceTimersByTime(300);
    fire('pointermove', 60);
    vi.advanceTimersByTime(200);
    expect(state.shown).toEqual(['huawei']);
    fire('pointermove', 150);
    vi.advanceTimersByTime(499);
    expect(state.shown).toEqual(['huawei']);
    vi.advanceTimersByTime(1);
    expect(state.shown).toEqual(['huawei', 'nvidia']);
  });

  it.each<{
    because: string;
    disturb: (fire: ReturnType<typeof begin>['fire'], page: ReturnType<typeof begin>) => void;
  }>([
    { because: 'the pointer moved on', disturb: (fire) => fire('pointermove', 500) },
    { because: 'a button went down', disturb: (fire) => fire('pointerdown', 50, { buttons: 1 }) },
    { because: 'a button is held', disturb: (fire) => fire('pointermove', 55, { buttons: 1 }) },
    { because: 'the page scrolls', disturb: () => document.dispatchEvent(new Event('scroll')) },
    {
      because: 'what holds the mention scrolls',
      disturb: () => document.body.dispatchEvent(new Event('scroll')),
    },
    {
      because: 'the pointer left the window',
      disturb: (fire) => fire('pointerout', -1, { relatedTarget: null }),
    },
    {
      because: 'the pointer went into a frame, which tells of no moves in it',
      disturb: (fire) =>
        fire('pointerout', 50, {
          relatedTarget: document.body.appendChild(document.createElement('iframe')),
        }),
    },
    { because: 'the page went elsewhere', disturb: (_fire, { pointer }) => pointer.quieten() },
  ])('shows nothing when $because', ({ disturb }) => {
    const page = begin();
    page.fire('pointermove', 50);
    vi.advanceTimersByTime(300);
    disturb(page.fire, page);
    vi.advanceTimersByTime(2_000);
    expect(page.state.shown).toEqual([]);
  });

  it.each([
    { scrolls: () => document.querySelector('button') as EventTarget, because: 'a ticker never rests' },
    { scrolls: () => window, because: 'only a script says it of the window' },
  ])('shows the card while something else scrolls: $because', ({ scrolls }) => {
    const { state, fire } = begin();
    fire('pointermove', 50);
    for (let turn = 0; turn < 10; turn++) {
      scrolls().dispatchEvent(new Event('scroll'));
      vi.advanceTimersByTime(50);
    }
    expect(state.shown).toEqual(['huawei']);
  });

  describe.each(['open', 'closed'] as const)('over text in a shadow tree that is %s', (mode) => {
    const beginInShadow = () => {
      document.body.innerHTML = '<div id="around"><p id="host"></p></div><div id="beside"></div>';
      const inner = find('host').attachShadow({ mode }).appendChild(document.createElement('b'));
      const page = begin();
      page.fire('pointermove', 50, {}, inner);
      vi.advanceTimersByTime(300);
      return page;
    };
    const find = (id: string) => document.getElementById(id) as HTMLElement;

    it.each([
      { scrolls: 'around', shown: [] },
      { scrolls: 'host', shown: [] },
      { scrolls: 'beside', shown: ['huawei'] },
    ])('shows $shown when its $scrolls scrolls', ({ scrolls, shown }) => {
      const { state } = beginInShadow();
      find(scrolls).dispatchEvent(new Event('scroll'));
      vi.advanceTimersByTime(2_000);
      expect(state.shown).toEqual(shown);
    });
  });

  it('shows nothing when a list scrolls that has put the line under the pointer away', () => {
    const { state, fire } = begin();
    const line = document.querySelector('p') as Element;
    fire('pointermove', 50, {}, line);
    vi.advanceTimersByTime(300);
    line.remove();
    document.body.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(2_000);
    expect(state.shown).toEqual([]);
  });

  it('waits for 300 ms after the page went elsewhere', () => {
    const { state, fire, pointer } = begin({ ...DEFAULT_SETTINGS, delayMs: 0 });
    pointer.quieten();
    fire('pointermove', 50);
    vi.advanceTimersByTime(299);
    expect(state.shown).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(state.shown).toEqual(['huawei']);
  });

  it.each([
    { because: 'fingers do not hover', init: { pointerType: 'touch' }, settings: DEFAULT_SETTINGS },
    {
      because: 'the reader wants clicks',
      init: {},
      settings: { ...DEFAULT_SETTINGS, trigger: 'click' as const },
    },
  ])('never opens where $because', ({ init, settings }) => {
    const { state, fire } = begin(settings);
    fire('pointermove', 50, init);
    vi.advanceTimersByTime(2_000);
    expect(state.shown).toEqual([]);
  });
});

describe('closing', () => {
  function opened() {
    const page = begin();
    page.fire('pointermove', 50);
    vi.advanceTimersByTime(500);
    return page;
  }

  it('closes when the pointer went straight into a frame of the page', () => {
    const { state, fire } = opened();
    fire('pointerout', 50, { relatedTarget: document.body.appendChild(document.createElement('iframe')) });
    vi.advanceTimersByTime(300);
    expect(state.opened).toBeNull();
  });

  it('stays where another element has come under the pointer, which rests', () => {
    const { state, fire } = opened();
    fire('pointerout', 50, { relatedTarget: document.body });
    vi.advanceTimersByTime(1_000);
    expect(state.opened).not.toBeNull();
  });

  it('closes 300 ms after the pointer left, unless it comes back or comes to the card', () => {
    const { state, fire, pointer } = opened();
    fire('pointermove', 500);
    vi.advanceTimersByTime(250);
    fire('pointermove', 50);
    vi.advanceTimersByTime(500);
    expect(state.opened).not.toBeNull();
    fire('pointermove', 500);
    vi.advanceTimersByTime(250);
    pointer.stay();
    vi.advanceTimersByTime(500);
    expect(state.opened).not.toBeNull();
    pointer.leave();
    vi.advanceTimersByTime(300);
    expect(state.opened).toBeNull();
  });

  it('waits for 1 s where the reader asked for less motion', () => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('reduced-motion: reduce') }));
    const { state, fire } = opened();
    fire('pointermove', 500);
    vi.advanceTimersByTime(999);
    expect(state.opened).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(state.opened).toBeNull();
  });

  it('stays when pinned: over other words, at a press elsewhere, at a click on its own word', () => {
    const { state, fire } = opened();
    state.isHolding = true;
    fire('pointermove', 150);
    vi.advanceTimersByTime(2_000);
    fire('pointerdown', 500);
    fire('click', 500);
    fire('click', 50);
    expect(state.opened).not.toBeNull();
    expect(state.shown).toEqual(['huawei']);
    fire('click', 150);
    expect(state.shown).toEqual(['huawei', 'nvidia']);
  });

  it('stays while it is held', () => {
    const { state, fire } = opened();
    state.isHeld = true;
    fire('pointermove', 500);
    vi.advanceTimersByTime(1_000);
    expect(state.opened).not.toBeNull();
  });

  it('closes at a press elsewhere, not at one on its own mention', () => {
    const { state, fire } = opened();
    fire('pointerdown', 50);
    expect(state.opened).not.toBeNull();
    fire('pointerdown', 500);
    expect(state.opened).toBeNull();
  });
});

describe('clicks', () => {
  it('opens at once on plain text, and never prevents the page', () => {
    const { state, fire } = begin();
    const isUntouched = fire('click', 50);
    expect([state.shown, isUntouched]).toEqual([['huawei'], true]);
  });

  it.each(['a', 'button'])('leaves a click on <%s> to the page', (name) => {
    const { state, fire } = begin();
    const isUntouched = fire('click', 50, {}, document.querySelector(name) as Element);
    expect([state.shown, isUntouched]).toEqual([[], true]);
  });

  it('opens nothing while text is selected', () => {
    const { state, fire } = begin();
    document.getSelection()?.selectAllChildren(document.body);
    fire('click', 50);
    document.getSelection()?.removeAllRanges();
    expect(state.shown).toEqual([]);
  });
});

it('is silent after the end of its guard', () => {
  const { state, fire } = begin();
  life.current.abort();
  fire('pointermove', 50);
  vi.advanceTimersByTime(1_000);
  expect(state.shown).toEqual([]);
});
