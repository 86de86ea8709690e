import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composePaintSheet } from '@/scripts/paint-sheet';

const css = readFileSync('components/theme.css', 'utf8');
const colours = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Contrast of WCAG 2.2 between two colours, from 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The sheet of the paint stands in pages of others and knows no tokens: both say the same in their own words. */
describe('the mark of a group', () => {
  const painted = [
    ...composePaintSheet(true).matchAll(
      /sidelight-([a-z-]+)\) .*underline ([a-z]+ [\d.]+px) (#[0-9a-f]{6})b0/g,
    ),
  ];

  it('is known for every group that is painted in a colour of its own', () => {
    expect(painted.map(([, group]) => group)).toEqual(
      expect.arrayContaining(['huawei', 'nvidia', 'ascend', 'export-controls']),
    );
  });

  it.each(painted.map(([, group, line, colour]) => [group, line, colour]))(
    '%s looks in our pages as it is painted: %s %s',
    (group, line, colour) => {
      expect(css).toContain(`--color-group-${group}: ${colour};`);
      expect(css).toContain(`--line-group-${group}: ${line};`);
    },
  );
});

const surfaces = ['canvas', 'surface', 'sunken', 'hover', 'notice'];
const texts = ['text', 'muted', 'link', 'fact', 'claim', 'plan', 'disputed', 'danger'];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const pairs = texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const));

  it.each(pairs)('%s on %s can be read (4.5 : 1)', (text, surface) => {
    const [front, back] = [colours.get(text)?.[theme], colours.get(surface)?.[theme]];
    expect(contrast(front as string, back as string)).toBeGreaterThanOrEqual(4.5);
  });

  it('the filled control can be read, and bounds and focus can be seen', () => {
    const at = (name: string) => colours.get(name)?.[theme] as string;
    expect(contrast(at('on-action'), at('action'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('outline'), at('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(at('focus'), at('surface'))).toBeGreaterThanOrEqual(3);
  });
});
