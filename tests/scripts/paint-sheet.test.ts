import { expect, it } from 'vitest';
import { CORE_GROUPS, HIGHLIGHT_PREFIX, NEW_GROUP, OTHER_GROUPS } from '@/lib/model/look';
import { NOTE_GROUP } from '@/lib/model/note-group';
import { composePaintSheet } from '@/scripts/paint-sheet';

const rulesOf = (sheet: string) => [...sheet.matchAll(/ ::highlight\((.+?)\) \{(.+?)\}/g)];

it('styles notes by a tint without a line, and where colours are forced by those of marked text', () => {
  const notes = rulesOf(composePaintSheet(false)).filter(
    ([, name]) => name === HIGHLIGHT_PREFIX + NOTE_GROUP,
  );
  expect(notes.map(([, , rule]) => rule?.trim())).toEqual([
    expect.stringMatching(/^background-color: #[0-9a-f]{8}$/),
    'background-color: Mark; color: MarkText',
  ]);
  expect(composePaintSheet(false)).toMatch(/forced-colors: active\) \{\s+::highlight\(sidelight-note\)/);
});

it('styles each group by line and hue, on screen only, without background or colour of the text', () => {
  const sheet = composePaintSheet(false);
  const rules = rulesOf(sheet).filter(([, name]) => name !== HIGHLIGHT_PREFIX + NOTE_GROUP);
  expect(rules.map(([, name]) => name)).toEqual(
    [...CORE_GROUPS, OTHER_GROUPS, NEW_GROUP].map((group) => HIGHLIGHT_PREFIX + group),
  );
  for (const part of [/underline (\w+ [\d.]+px)/, /(#\w+)/]) {
    expect(new Set(rules.map(([, , rule]) => part.exec(rule as string)?.[1])).size).toBe(rules.length);
  }
  expect(sheet).toMatch(/^@media screen \{/);
  expect(rules.join()).not.toMatch(/background|[{; ]color:/);
});

it('styles the root alone where elements inherit', () => {
  expect(composePaintSheet(true).match(/ :root::highlight/g)).toHaveLength(CORE_GROUPS.length + 4);
});
