// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quieted } from '@/lib/model/settings';
import { pageTopics } from '@/lib/reader/page-topics';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { quietTopic, quietWord } from '@/lib/settings/quieted';
import { layScanBed, scanOf } from './scan-bed';

layScanBed();

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
    const listed = new Set(pageTopics(visibleSpots(scan, 'mentions')).map(({ topic }) => topic));
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
            visibleSpots(scan, 'painted').map(({ held, mention: { start, end } }) =>
              held.block.text.slice(start, end),
            );
          const before = texts();
          settings.quieted = quieted;
          scan.repaint();
          const [painted, listed] = [texts(), pageTopics(visibleSpots(scan, 'mentions'))];
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
