// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '@/lib/model/settings';
import { createGuard } from '@/lib/reader/guard';
import { isSameSpot, type Spot } from '@/lib/reader/held-blocks';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { toStretches, watchPage } from '@/lib/reader/watch-page';
import { layScanBed, life, scanOf } from './scan-bed';

layScanBed();

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
      name: 'a text emptied',
      html: '<p>Huawei</p><p>Nvidia</p>',
      change: () => Object.assign(paragraph().firstChild as Text, { data: '' }),
      texts: ['Nvidia'],
    },
    {
      name: 'a line that becomes one of links',
      html: '<ul><li>Huawei <a>x</a></li></ul><p>Nvidia</p>',
      change: () => Object.assign(document.querySelector('a')?.firstChild as Text, { data: 'x'.repeat(99) }),
      texts: ['Nvidia'],
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
    ...['nav', 'code', 'body > footer', '[contenteditable]'].map((place) => ({
      name: `a node moved into ${place}`,
      html: '<p>Huawei</p><p>Nvidia</p><nav></nav><footer></footer><code></code><div contenteditable></div>',
      change: () => document.querySelector(place)?.append(paragraph()),
      texts: ['Nvidia'],
    })),
    {
      name: 'a text wrapped in a link that is an entry of a list',
      html: '<ul><li>Huawei</li></ul><p>Nvidia</p>',
      change: () => {
        const link = document.createElement('a');
        const text = document.querySelector('li')?.firstChild as Text;
        text.replaceWith(link);
        link.append(text);
      },
      texts: ['Nvidia'],
    },
    {
      name: 'a part moved into another that stays as it is',
      html: '<div><p>Huawei</p></div><main><p>Nvidia</p></main>',
      change: () => document.querySelector('main')?.append(document.querySelector('div') as Element),
      texts: ['Huawei', 'Nvidia'],
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
      const [first] = visibleSpots(scan, 'mentions') as [Spot];
      change(paragraph().firstChild as Text);
      await settled();
      expect(painter.takeCalls()).toEqual(calls);
      // The card of a mention that still stands there belongs to it.
      expect(isSameSpot(visibleSpots(scan, 'mentions')[0] as Spot, first)).toBe(true);
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
    const words = visibleSpots(scan, 'mentions').map(({ mention }) => mention.topic);
    expect(words).toEqual(['huawei', 'huawei', 'nvidia', 'cuda']);
  });

  it('knows the new order of blocks that have been moved', async () => {
    const { scan, settled } = await watched('<p>Huawei</p><p>Nvidia</p><p>CUDA</p>');
    document.body.append(paragraph());
    await settled();
    const topics = visibleSpots(scan, 'mentions').map(({ mention }) => mention.topic);
    expect(topics).toEqual(['nvidia', 'cuda', 'huawei']);
  });

  it('promotes the next mention when the first of the page goes', async () => {
    const { painter, settled } = await watched('<p>CUDA one</p><p id="two">CUDA two</p>', 'first');
    paragraph().remove();
    await settled();
    expect(painter.texts()).toEqual(['CUDA']);
  });

  it('shows after any changes what a fresh reading of the page shows', async () => {
    const texts = ['Huawei said. ', 'Nvidia', ' (17)', ', and CUDA', 'Hua', 'wei', ' ', '', 'x', '. '];
    const change = fc.record({
      kind: fc.constantFrom(
        'append',
        'append',
        'append',
        'set',
        'cut',
        'split',
        'join',
        'bold',
        'block',
        'move',
        'quiet',
        'go',
      ),
      at: fc.nat(99),
      text: fc.constantFrom(...texts),
    });
    const spotsOf = (scan: ReturnType<typeof scanOf>['scan']) =>
      visibleSpots(scan, 'painted').map(({ held: { block }, mention: { start, end, topic } }) => [
        block.text.slice(start, end),
        topic,
        block.text,
      ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 3 }), async (rounds) => {
        life.current.abort();
        life.current = new AbortController();
        const html = '<p>Huawei said.</p><p>Nvidia <i>and</i> Huawei, too</p><p>x</p><p>Of CUDA (a)</p>';
        const { scan, settled } = await watched(html);
        for (const changes of rounds) {
          for (const { kind, at, text } of changes) changePage(kind, at, text);
          await settled();
        }
        const fresh = scanOf(null);
        await fresh.scan.readAll();
        // A busy machine may need longer.
        await vi.waitFor(() => expect(spotsOf(scan)).toEqual(spotsOf(fresh.scan)), 3_000);
      }),
      { numRuns: 6 },
    );
  }, 30_000);

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

/** One change of the page, by what is to be done to its text node or element of this number, round their end. */
function changePage(kind: string, at: number, text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const node = nodes[at % nodes.length];
  if (kind === 'block' || !node)
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
  else if (kind === 'append') node.appendData(text);
  else if (kind === 'set') node.data = text;
  else if (kind === 'cut') node.deleteData(Math.min(at % 9, node.length), 4);
  else if (kind === 'split') node.splitText(Math.min(at % 9, node.length));
  else if (kind === 'join') node.parentElement?.normalize();
  else if (kind === 'bold') node.after(Object.assign(document.createElement('b'), { textContent: text }));
  else if (kind === 'move') document.body.append(node.parentElement as Element);
  else if (kind === 'quiet') {
    const nav = document.createElement('nav');
    nav.append(node.parentElement as Element);
    document.body.append(nav);
  } else (node.parentElement as Element).remove();
}

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
