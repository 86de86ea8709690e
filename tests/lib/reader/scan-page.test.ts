// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { loadWhole } from '@/lib/detect/load-whole';
import type { Quieted, Settings } from '@/lib/model/settings';
import { createGuard } from '@/lib/reader/guard';
import { type HeldBlock, isSameSpot, type Spot } from '@/lib/reader/held-blocks';
import { createPageScan, type PageScan } from '@/lib/reader/scan-page';
import { nextSpot } from '@/lib/reader/step-mentions';
import { toStretches, watchPage } from '@/lib/reader/watch-page';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { quietTopic, quietWord } from '@/lib/settings/quieted';
import { makeTopic } from '../detect/make-topic';

const index = loadWhole(
  compileIndex([
    makeTopic('huawei', { group: 'huawei', terms: ['Huawei'] }),
    makeTopic('nvidia', { group: 'nvidia', terms: ['Nvidia'] }),
    makeTopic('cuda', { group: 'software', terms: ['CUDA'] }),
  ]),
);

/** Notes what is painted instead of painting: jsdom has no highlights. */
function createTestPainter() {
  const painted = new Set<HeldBlock>();
  const calls: string[][] = [];
  return {
    /** What was to be painted, call by call, since it was last asked. */
    takeCalls: () => calls.splice(0),
    texts: () =>
      [...painted].flatMap(({ block, painted: mentions }) =>
        mentions.map(({ start, end }) => block.text.slice(start, end)),
      ),
    adopt() {},
    stop() {},
    paint(held: HeldBlock, mentions: HeldBlock['mentions']) {
      held.painted = mentions;
      calls.push(mentions.map(({ start, end }) => held.block.text.slice(start, end)));
      if (mentions.length) painted.add(held);
      else painted.delete(held);
    },
  };
}

const life = { current: new AbortController() };

function scanOf(html: string, density: Settings['density'] = 'all') {
  document.body.innerHTML = html;
  const settings: Settings = { ...DEFAULT_SETTINGS, density };
  const painter = createTestPainter();
  const scan = createPageScan(
    document,
    index,
    async () => ({}),
    painter,
    life.current.signal,
    ['huawei', 'nvidia'],
    () => settings,
    'www.news.example',
    () => {},
  );
  return { scan, painter, settings };
}

beforeEach(() => {
  life.current = new AbortController();
  Element.prototype.checkVisibility = () => true;
  globalThis.requestIdleCallback = ((run: () => void) => setTimeout(run, 0)) as never;
});
afterEach(() => life.current.abort());

describe('reading a page', () => {
  it('paints every mention, also across inline elements, in page order', async () => {
    const { scan, painter } = scanOf('<p>Hua<b>wei</b> and Nvidia</p><nav>Nvidia</nav><p>Nvidia</p>');
    expect(await scan.readAll()).toBe(true);
    expect(painter.texts()).toEqual(['Huawei', 'Nvidia', 'Nvidia']);
    expect(scan.visibleSpots('painted').map(({ mention }) => mention.topic)).toEqual([
      'huawei',
      'nvidia',
      'nvidia',
    ]);
  });

  it.each([
    { density: 'calm', texts: ['Huawei', 'CUDA', 'Huawei'] },
    { density: 'first', texts: ['Huawei', 'CUDA'] },
    { density: 'all', texts: ['Huawei', 'Huawei', 'CUDA', 'Huawei', 'CUDA'] },
  ] as const)('lets through what the density $density allows', async ({ density, texts }) => {
    const { scan, painter } = scanOf('<p>Huawei Huawei CUDA</p><p>Huawei CUDA</p>', density);
    await scan.readAll();
    expect(painter.texts()).toEqual(texts);
  });

  it('paints anew when the density changes', async () => {
    const { scan, painter, settings } = scanOf('<p>Huawei Huawei</p>', 'first');
    await scan.readAll();
    settings.density = 'all';
    scan.repaint();
    expect(painter.texts()).toEqual(['Huawei', 'Huawei']);
  });

  it('lists topics with counts in order of first mention, whatever is painted', async () => {
    const { scan } = scanOf('<p>Nvidia</p><p>Huawei Nvidia</p>', 'first');
    await scan.readAll();
    expect(scan.listTopics()).toEqual([
      { topic: 'nvidia', group: 'nvidia', count: 2 },
      { topic: 'huawei', group: 'huawei', count: 1 },
    ]);
  });

  it('knows the painted mentions of an element that holds their text itself, and of no other', async () => {
    const { scan } = scanOf('<p>on Huawei <b>and Nv</b>idia</p><p>on Huawei</p>');
    await scan.readAll();
    const found = (selector: string) =>
      scan.paintedIn(document.querySelector(selector) as Element).map(({ mention }) => mention.topic);
    expect(['p', 'b', 'p + p', 'body'].map(found)).toEqual([
      ['huawei', 'nvidia'],
      ['huawei', 'nvidia'],
      ['huawei'],
      [],
    ]);
  });
});

describe('a page that changes', () => {
  async function watched(html: string, density: Settings['density'] = 'all') {
    const made = scanOf(html, density);
    const guard = createGuard(life.current.signal, () => {
      throw new Error('the watcher failed');
    });
    const heard = { restarts: 0 };
    const watcher = watchPage(guard, document, made.scan, () => {
      heard.restarts += 1;
    });
    watcher.observe(document);
    await watcher.readAll();
    const settled = () => new Promise((resolve) => setTimeout(resolve, 450));
    return { ...made, settled, heard };
  }
  const paragraph = () => document.querySelector('p') as HTMLElement;

  it.each<{ name: string; html: string; change: () => void; texts: string[] }>([
    {
      name: 'text edited in place',
      html: '<p>none</p>',
      change: () => paragraph().firstChild?.replaceWith('Huawei'),
      texts: ['Huawei'],
    },
    {
      name: 'data changed',
      html: '<p>Nvidia</p>',
      change: () => Object.assign(paragraph().firstChild as Text, { data: 'now Huawei' }),
      texts: ['Huawei'],
    },
    {
      name: 'blocks appended',
      html: '<p>Huawei</p>',
      change: () =>
        document.body.append(
          ...['a', 'b'].map(() => Object.assign(document.createElement('p'), { textContent: 'Nvidia' })),
        ),
      texts: ['Huawei', 'Nvidia', 'Nvidia'],
    },
    {
      name: 'a block put before',
      html: '<p>Huawei</p>',
      change: () =>
        document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Nvidia' })),
      texts: ['Huawei', 'Nvidia'],
    },
    {
      name: 'a block removed',
      html: '<p>Huawei</p><p>Nvidia</p>',
      change: () => paragraph().remove(),
      texts: ['Nvidia'],
    },
    {
      name: 'a word completed by an inline element',
      html: '<p>Hua</p>',
      change: () => paragraph().append(Object.assign(document.createElement('b'), { textContent: 'wei' })),
      texts: ['Huawei'],
    },
    {
      name: 'a word completed by a removal',
      html: '<p>Hua<i>-x-</i>wei</p>',
      change: () => document.querySelector('i')?.remove(),
      texts: ['Huawei'],
    },
    {
      name: 'a word torn by a removal',
      html: '<p>Hua<b>wei</b> x</p>',
      change: () => document.querySelector('b')?.remove(),
      texts: [],
    },
    {
      name: 'a node moved',
      html: '<div id="a"><p>Huawei</p></div><div id="b"></div>',
      change: () => document.getElementById('b')?.append(paragraph()),
      texts: ['Huawei'],
    },
    {
      name: 'a paragraph that becomes an editor',
      html: '<p>Huawei</p><p>Nvidia</p>',
      change: () => {
        Object.assign(paragraph(), { isContentEditable: true });
        paragraph().setAttribute('contenteditable', '');
      },
      texts: ['Nvidia'],
    },
    {
      name: 'a part that is no longer hidden',
      html: '<div hidden><p>Huawei</p></div>',
      change: () => document.querySelector('div')?.removeAttribute('hidden'),
      texts: ['Huawei'],
    },
  ])('$name', async ({ html, change, texts }) => {
    const { painter, settled } = await watched(html);
    change();
    await settled();
    // A busy machine may need longer.
    await vi.waitFor(() => expect(painter.texts()).toEqual(texts), 3_000);
  });

  it.each<{ name: string; change: (text: Text) => void; calls: string[][] }>([
    { name: 'behind the mentions', change: (text) => text.appendData(' again'), calls: [] },
    {
      name: 'between them',
      change: (text) => text.replaceData(7, 3, 'with'),
      calls: [['Huawei', 'Nvidia']],
    },
    {
      name: 'to another mention',
      change: (text) => text.replaceData(11, 6, 'Huawei'),
      calls: [['Huawei', 'Huawei']],
    },
    {
      name: 'into other nodes',
      change: (text) => text.splitText(3),
      calls: [[], ['Huawei', 'Nvidia']],
    },
  ])(
    'of a text edited $name paints what stands elsewhere, and leaves the rest',
    async ({ change, calls }) => {
      const { scan, painter, settled } = await watched('<p>Huawei and Nvidia</p>');
      painter.takeCalls();
      const [first] = scan.visibleSpots('mentions') as [Spot];
      change(paragraph().firstChild as Text);
      await settled();
      expect(painter.takeCalls()).toEqual(calls);
      // The card of a mention that still stands there belongs to it.
      expect(isSameSpot(scan.visibleSpots('mentions')[0] as Spot, first)).toBe(true);
    },
  );

  it('takes wrong paint off once the page has come to rest', async () => {
    const { painter, settled } = await watched('<p>Huawei rises</p>');
    (paragraph().firstChild as Text).data = 'nothing here';
    await settled();
    expect(painter.texts()).toEqual([]);
  });

  it('keeps the order of blocks that are read anew where they stand', async () => {
    const { scan, settled } = await watched('<p>Huawei</p><p id="two">Nvidia</p><p>CUDA</p>');
    (document.querySelector('#two')?.firstChild as Text).data = 'Huawei and Nvidia';
    await settled();
    const words = scan.visibleSpots('mentions').map(({ mention }) => mention.topic);
    expect(words).toEqual(['huawei', 'huawei', 'nvidia', 'cuda']);
  });

  it('promotes the next mention when the first of the page goes', async () => {
    const { painter, settled } = await watched('<p>CUDA one</p><p id="two">CUDA two</p>', 'first');
    paragraph().remove();
    await settled();
    expect(painter.texts()).toEqual(['CUDA']);
  });

  it('asks to begin anew when another root stands in the document, and only then', async () => {
    const { settled, heard } = await watched('<p>Huawei</p>');
    paragraph().append('Nvidia');
    await settled();
    expect(heard.restarts).toBe(0);
    // Whatever else the page has just changed.
    document.querySelector('p')?.append('and Huawei');
    const root = document.documentElement;
    root.replaceWith(root.cloneNode(true));
    await settled();
    expect(heard.restarts).toBe(1);
  });
});

describe('toStretches', () => {
  it('reads each place once and nothing that has left the page', () => {
    document.body.innerHTML = '<div><p>a<b>b</b></p></div>';
    const [div, p, b] = ['div', 'p', 'b'].map((name) => document.querySelector(name) as Element);
    const gone = document.createElement('p');
    const firsts = (nodes: Node[]) => toStretches(new Set(nodes)).map(({ first }) => first);
    expect(firsts([p, div, b, gone] as Node[])).toEqual([div]);
    expect(firsts([b, (p as Element).firstChild] as Node[])).toEqual([(p as Element).firstChild]);
  });
});

describe('nextSpot', () => {
  it('goes round the ends of the page', async () => {
    const { scan }: { scan: PageScan } = scanOf('<p>Huawei Nvidia CUDA</p>');
    await scan.readAll();
    const spots = scan.visibleSpots('painted');
    const [first, second, last] = spots as [(typeof spots)[0], (typeof spots)[0], (typeof spots)[0]];
    expect(nextSpot(spots, null, 1)).toBe(first);
    expect(nextSpot(spots, null, -1)).toBe(last);
    expect(nextSpot(spots, first, 1)).toBe(second);
    expect(nextSpot(spots, first, -1)).toBe(last);
    expect(nextSpot(spots, last, 1)).toBe(first);
    expect(nextSpot([], null, 1)).toBeNull();
  });
});

describe('what the reader quieted', () => {
  const PAGE = '<p>Huawei and Nvidia</p><p>HUAWEI has CUDA, Hua\u00adwei too</p>';
  const ENTRIES = [
    quietWord('huawei', '', '2026-11-29'),
    quietWord('CUDA', 'news.example', '2026-11-29'),
    quietWord('Nvidia', 'other.example', '2026-11-29'),
    quietTopic('nvidia', 'Nvidia', '2026-11-29'),
  ];

  it.each([
    { quieted: [], texts: ['Huawei', 'Nvidia', 'HUAWEI', 'CUDA', 'Hua\u00adwei'], because: 'nothing is' },
    { quieted: ENTRIES.slice(0, 1), texts: ['Nvidia', 'CUDA'], because: 'a word is, in any case' },
    {
      quieted: ENTRIES.slice(1, 2),
      texts: ['Huawei', 'Nvidia', 'HUAWEI', 'Hua\u00adwei'],
      because: 'a word is on the site above this one',
    },
    {
      quieted: ENTRIES.slice(2, 3),
      texts: ['Huawei', 'Nvidia', 'HUAWEI', 'CUDA', 'Hua\u00adwei'],
      because: 'a word is on another site',
    },
    {
      quieted: ENTRIES.slice(3),
      texts: ['Huawei', 'HUAWEI', 'CUDA', 'Hua\u00adwei'],
      because: 'a topic is',
    },
  ])('is neither painted nor listed when $because', async ({ quieted, texts }) => {
    const { scan, painter, settings } = scanOf(PAGE);
    settings.quieted = quieted;
    await scan.readAll();
    expect(painter.texts()).toEqual(texts);
    const listed = new Set(scan.listTopics().map(({ topic }) => topic));
    const painted = texts.map((text) => text.replace('\u00ad', '').toLowerCase());
    expect(listed).toEqual(new Set(painted));
  });

  it('leaves its turn to the next where each topic is painted once', async () => {
    const { scan, painter, settings } = scanOf('<p>Huawei, Hua-wei</p>', 'first');
    await scan.readAll();
    expect(painter.texts()).toEqual(['Huawei']);
    settings.quieted = [quietTopic('huawei', 'Huawei', '2026-11-29')];
    scan.repaint();
    expect(painter.texts()).toEqual([]);
  });

  it('is painted again once it is lifted: the law that quieting and lifting change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Huawei', 'HUAWEI', 'Nvidia', 'CUDA', 'and', 'chips'), { maxLength: 30 }),
        fc.subarray(ENTRIES),
        fc.constantFrom('calm', 'first', 'all'),
        async (words, quieted, density) => {
          const { scan, settings } = scanOf(`<p>${words.join(' ')}</p><p>Huawei</p>`, density);
          await scan.readAll();
          const texts = () =>
            scan
              .visibleSpots('painted')
              .map(({ held, mention: { start, end } }) => held.block.text.slice(start, end));
          const before = texts();
          settings.quieted = quieted;
          scan.repaint();
          const [painted, listed] = [texts(), scan.listTopics()];
          if (quieted.includes(ENTRIES[3] as Quieted)) {
            expect(painted).not.toContain('Nvidia');
            expect(listed.map(({ topic }) => topic)).not.toContain('nvidia');
          }
          settings.quieted = [];
          scan.repaint();
          expect(texts()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });
});
