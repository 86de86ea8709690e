// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Stretch, stretchAround } from '@/lib/page/page-text';
import { pageTopics } from '@/lib/reader/page-topics';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { layScanBed, scanOf } from './scan-bed';

layScanBed();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('reading a page', () => {
  it('paints every mention, also across inline elements, in page order', async () => {
    const { scan, painter } = scanOf('<p>Hua<b>wei</b> and Nvidia</p><nav>Nvidia</nav><p>Nvidia</p>');
    expect(await scan.readAll()).toBe(true);
    expect(painter.texts()).toEqual(['Huawei', 'Nvidia', 'Nvidia']);
    expect(visibleSpots(scan, 'painted').map(({ mention }) => mention.topic)).toEqual([
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

  it('paints as much behind a paragraph that is read anew as before', async () => {
    const dense = '<p>Huawei Nvidia</p>'.repeat(12);
    const { scan, painter } = scanOf(`${dense}<p>${'plain '.repeat(400)}</p>${dense}`, 'calm');
    await scan.readAll();
    const before = painter.texts();
    const edited = document.querySelectorAll('p')[11]?.firstChild as Text;
    edited.data = 'Nvidia Huawei';
    await scan.refresh([stretchAround(edited) as Stretch]);
    expect(painter.texts()).toHaveLength(before.length);
  });

  it('knows what the page has spoken of before a mention, whatever is read anew or put between', async () => {
    const { scan } = scanOf('<p>US export controls</p><p>The export controls</p>');
    await scan.readAll();
    const [first, last] = document.querySelectorAll('p') as unknown as [Element, Element];
    const opened = async (changed: Node) => {
      await scan.refresh([stretchAround(changed) as Stretch]);
      return scan.heldBlocks().flatMap(({ mentions }) => mentions.map(({ opens }) => opens));
    };
    (first.firstChild as Text).data = 'The US export controls';
    expect(await opened(first)).toEqual(['us-rules', 'us-rules']);
    last.insertAdjacentHTML('afterend', '<p>MOFCOM export controls</p>');
    expect(await opened(last.nextSibling as Node)).toEqual(['us-rules', 'us-rules', 'cn-rules']);
    first.insertAdjacentHTML('afterend', '<p>MOFCOM export controls</p>');
    expect(await opened(first.nextSibling as Node)).toEqual(['us-rules', 'cn-rules', 'rules', 'cn-rules']);
  });

  it('reads on where the page takes a paragraph out, or its text, before what was read of it is settled', async () => {
    const { scan, painter } = scanOf('<p>Nvidia</p><p>Huawei</p><p>CUDA</p>');
    // No slice has time for more than one block; in each pause the page takes out what was read.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++ * 200);
    vi.stubGlobal('scheduler', {
      postTask: async () => document.querySelector('p')?.firstChild?.remove(),
    });
    await scan.readAll();
    expect(painter.texts()).toEqual(expect.arrayContaining(['Huawei', 'CUDA']));
    scan.sweep(new Set());
    await scan.refresh([]);
    expect(painter.texts()).toEqual(['Huawei', 'CUDA']);
  });

  it('lists topics with counts in order of first mention, whatever is painted', async () => {
    const { scan } = scanOf('<p>Nvidia</p><p>Huawei Nvidia</p>', 'first');
    await scan.readAll();
    expect(pageTopics(visibleSpots(scan, 'mentions'))).toEqual([
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
