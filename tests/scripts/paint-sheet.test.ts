import { expect, it } from 'vitest';
import { CORE_GROUPS, HIGHLIGHT_PREFIX, NEW_GROUP, OTHER_GROUPS } from '@/lib/model/look';
import { composePaintSheet } from '@/scripts/paint-sheet';

it('styles each group by line and hue, on screen only, without background or colour of the text', () => {
  const sheet = composePaintSheet(false);
  const rules = [...sheet.matchAll(/ ::highlight\((.+?)\) \{(.+?)\}/g)];
  expect(rules.map(([, name]) => name)).toEqual(
    [...CORE_GROUPS, OTHER_GROUPS, NEW_GROUP].map((group) => HIGHLIGHT_PREFIX + group),
  );
  for (const part of [/underline (\w+ [\d.]+px)/, /(#\w+)/]) {
    expect(new Set(rules.map(([, , rule]) => part.exec(rule as string)?.[1])).size).toBe(rules.length);
  }
  expect(sheet).toMatch(/^@media screen \{/);
  expect(sheet).not.toMatch(/background|[{; ]color:/);
});

it('styles the root alone where elements inherit', () => {
  expect(composePaintSheet(true).match(/ :root::highlight/g)).toHaveLength(CORE_GROUPS.length + 2);
});
