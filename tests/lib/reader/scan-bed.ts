/** A page to be scanned, without a browser: three topics, the rules of two countries, and a painter that only notes what it is told. */
import { afterEach, beforeEach } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { loadWhole } from '@/lib/detect/load-whole';
import type { Settings } from '@/lib/model/settings';
import type { HeldBlock } from '@/lib/reader/held-blocks';
import { createPageScan } from '@/lib/reader/scan-page';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { makeTopic } from '../detect/make-topic';

const index = loadWhole(
  compileIndex([
    makeTopic('huawei', { group: 'huawei', terms: ['Huawei'] }),
    makeTopic('nvidia', { group: 'nvidia', terms: ['Nvidia'] }),
    makeTopic('cuda', { group: 'software', terms: ['CUDA'] }),
    makeTopic('rules', {
      terms: ['export controls'],
      regimes: [
        { id: 'us', topic: 'us-rules', name: 'US', imposers: ['US'], goods: ['chips'] },
        { id: 'cn', topic: 'cn-rules', name: 'China', imposers: ['MOFCOM'], goods: ['gallium'] },
      ],
    }),
    makeTopic('us-rules', {}),
    makeTopic('cn-rules', {}),
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

/** The visit of the test that runs. */
export const life = { current: new AbortController() };

/** The scan of a page of this markup (null: of the page as it is), with what would be painted, and the settings, which a test may change. */
export function scanOf(html: string | null, density: Settings['density'] = 'all') {
  if (html !== null) document.body.innerHTML = html;
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

/** Before each test: a visit that ends with it. */
export function layScanBed(): void {
  beforeEach(() => {
    life.current = new AbortController();
    Element.prototype.checkVisibility = () => true;
    globalThis.requestIdleCallback = ((run: () => void) => setTimeout(run, 0)) as never;
  });
  afterEach(() => life.current.abort());
}
