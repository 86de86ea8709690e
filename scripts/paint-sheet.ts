/**
 * The style sheet of the paint, which the manifest puts into every page before the page is first styled. A sheet that
 * comes later makes the browser style every element anew, which cost more than all other marking.
 */
import { type CORE_GROUPS, HIGHLIGHT_PREFIX, type NEW_GROUP, type OTHER_GROUPS } from '../lib/model/look.ts';
import { NOTE_GROUP } from '../lib/model/note-group.ts';

/** Its name in the built extension. */
export const PAINT_SHEET_FILE = 'paint.css';

/**
 * Line and hue of the groups; they differ in both. In middle tones, half transparent, which suit light and dark pages
 * alike. Where the reader forces colours the line takes the text's.
 */
const LINES: Record<(typeof CORE_GROUPS)[number] | typeof OTHER_GROUPS | typeof NEW_GROUP, string> = {
  huawei: 'solid 1px #d0453ab0',
  nvidia: 'dashed 1.5px #5d9c1fb0',
  ascend: 'dotted 2px #b5479db0',
  'export-controls': 'solid 2px #4a73d9b0',
  other: 'dotted 1.5px #888b',
  // The only double one: something new stands there, whatever the group.
  new: 'double 1px #777d',
};

/** Behind the reader's notes: no line, so that a mention in one is still told apart. It suits light and dark pages. */
const NOTE_TINT = '#e8b02e3d';

/**
 * The rules, for the screen and not for print. `inherits`: whether elements inherit their highlights, as they do in
 * Chromium and not yet in Firefox. There the root alone is styled: rules for every element cost a page two thirds more
 * of its own styling.
 */
export function composePaintSheet(inherits: boolean): string {
  const rule = (group: string, look: string) =>
    `  ${inherits ? ':root' : ''}::highlight(${HIGHLIGHT_PREFIX}${group}) { ${look} }\n`;
  const rules = Object.entries(LINES).map(([group, line]) =>
    rule(group, `text-decoration: underline ${line}; text-underline-offset: 0.18em`),
  );
  // Chromium gives all highlights one background there: it is the line that tells a mention from a note.
  const forced = rule(NOTE_GROUP, 'background-color: Mark; color: MarkText');
  return (
    `@media screen {\n${rules.join('')}${rule(NOTE_GROUP, `background-color: ${NOTE_TINT}`)}}\n` +
    `@media screen and (forced-colors: active) {\n${forced}}\n`
  );
}
