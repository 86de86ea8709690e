// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '@/lib/model/settings';
import { layScanBed, scanOf } from './scan-bed';

const SCREEN = 800;
const PARAGRAPH = 100;

layScanBed();

/** Paragraphs in one column, the page scrolled so far; what stands in the middle of the screen may be the gap between two. */
function layOut(texts: string[], scrolled: number, change: (main: HTMLElement) => void) {
  document.body.innerHTML = `<main>${texts.map((text) => `<p>${text}</p>`).join('')}</main>`;
  const main = document.querySelector('main') as HTMLElement;
  const paragraphs = [...main.children];
  vi.spyOn(window, 'scrollY', 'get').mockReturnValue(scrolled);
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(SCREEN);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(function (this: Element) {
    return this.localName === 'p' ? PARAGRAPH : texts.length * PARAGRAPH;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const at = paragraphs.indexOf(this);
    return at < 0 ? new DOMRect() : new DOMRect(0, at * PARAGRAPH - scrolled, 1, PARAGRAPH);
  });
  document.elementFromPoint = (_, y) =>
    y === SCREEN / 2 ? main : (paragraphs[Math.floor((y + scrolled) / PARAGRAPH)] ?? null);
  change(main);
}

/** What is painted of such a page, and the texts in the order in which they were first. */
async function paint(
  texts: string[],
  scrolled: number,
  density: Settings['density'] = 'all',
  change: (main: HTMLElement) => void = () => {},
) {
  layOut(texts, scrolled, change);
  const { scan, painter } = scanOf(null, density);
  await scan.readAll();
  return { painted: painter.texts(), calls: painter.takeCalls().flat() };
}

describe('a page scrolled to its middle', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(document, 'elementFromPoint');
  });

  it('is painted on screen before all else, to the edges of the screen', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => (at >= 16 && at < 25 ? 'Nvidia' : 'Huawei'));
    const { painted, calls } = await paint(texts, 1_620);
    expect(painted).toHaveLength(40);
    // One neighbour on each side is no longer on screen.
    expect(calls.slice(0, 11)).toEqual(['Huawei', ...Array(9).fill('Nvidia'), 'Huawei']);
  });

  it('is so although something between its paragraphs is not shown', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => (at >= 16 && at < 25 ? 'Nvidia' : 'Huawei'));
    const { calls } = await paint(texts, 1_620, 'all', (main) => {
      for (const one of [...main.children]) one.after(document.createElement('script'));
    });
    expect(calls.slice(0, 11)).toEqual(['Huawei', ...Array(9).fill('Nvidia'), 'Huawei']);
  });

  it('is painted no more and no less than from its top', async () => {
    const dense = Array(14).fill('Huawei Nvidia');
    const texts = [...dense, 'plain '.repeat(400), ...dense, 'plain '.repeat(400), ...dense];
    const { painted } = await paint(texts, 1_600, 'calm');
    expect(painted.length).toBeLessThan(texts.length);
    expect(painted.toSorted()).toEqual((await paint(texts, 0, 'calm')).painted.toSorted());
  });
});
