// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Mention } from '@/lib/detect/mention';
import { createGuard } from '@/lib/reader/guard';
import type { HeldBlock } from '@/lib/reader/held-blocks';
import { createPainter } from '@/lib/reader/painter';
import type { ReaderSettings } from '@/lib/reader/reader-port';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';

const registry = new Map<string, Set<unknown>>();
const life = { current: new AbortController() };
beforeEach(() => {
  registry.clear();
  life.current = new AbortController();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', Set);
});
afterEach(() => {
  life.current.abort();
  vi.unstubAllGlobals();
});

it('paints what is new under a name of its own, whatever the group, and as the others once it was seen', () => {
  let settings: ReaderSettings = { ...DEFAULT_SETTINGS, news: ['ascend-950', 'smic'] };
  const painter = createPainter(
    createGuard(life.current.signal, () => {
      throw new Error('the painter failed');
    }),
    ['huawei', 'ascend', 'new'],
    () => settings,
  );
  const node = document.createTextNode('Huawei Ascend SMIC TSMC');
  const held = { block: { nodes: [node], starts: [0], text: node.data }, marks: [] } as unknown as HeldBlock;
  const mention = (opens: string, group: string, start: number, end: number) =>
    ({ topic: opens, opens, group, start, end }) as Mention;
  const mentions = [
    mention('huawei', 'huawei', 0, 6),
    mention('ascend-950', 'ascend', 7, 13),
    mention('smic', 'makers', 14, 18),
    mention('tsmc', 'makers', 19, 23),
  ];
  const painted = () => Object.fromEntries([...registry].map(([name, ranges]) => [name, ranges.size]));
  painter.paint(held, mentions);
  expect(painted()).toEqual({ 'sidelight-huawei': 1, 'sidelight-new': 2, 'sidelight-other': 1 });
  settings = DEFAULT_SETTINGS;
  painter.paint(held, mentions);
  expect(painted()).toEqual({
    'sidelight-huawei': 1,
    'sidelight-new': 0,
    'sidelight-other': 2,
    'sidelight-ascend': 1,
  });
});
