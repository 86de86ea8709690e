/** How the paint and the card's box look, composed in the background and stored beside the index. */
import { HIGHLIGHT_PREFIX, type Look } from '@/lib/model/look';

const ANCHOR_STYLE = 'position:fixed;visibility:hidden;anchor-name:--a;';
const BOX_STYLE =
  'all:initial;position:fixed;overflow:hidden;visibility:hidden;border-radius:10px;background:Canvas;' +
  // Half the screen at most, less the line of the mention: so it always fits above or below.
  'width:min(360px,100vw - 16px);height:420px;max-height:min(420px,50vh - 24px);margin-block:6px;' +
  'box-shadow:0 0 1px #8888,0 8px 32px #0006;' +
  'position-anchor:--a;position-area:bottom span-right;position-visibility:always;' +
  'position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline,bottom,top';

/** Line and hue of the groups that have one of their own; groups differ in both. */
const STYLES: Record<string, string> = {
  huawei: 'solid 1px#d0453ab0',
  nvidia: 'dashed 1.5px#5d9c1fb0',
  ascend: 'dotted 2px#b5479db0',
  'export-controls': 'double 1px#4a73d9b0',
};
const OTHER_STYLE = 'dotted 1.5px#888b';

/** The groups that Sidelight is about. */
export const CORE_GROUPS = Object.keys(STYLES);

/**
 * The look for a pack with these groups. `inherits`: whether elements inherit their highlights, as they do in Chromium
 * and not yet in Firefox. There the root alone is styled, so that the sheet costs the page half as much when it comes.
 */
export function composeLook(groups: Iterable<string>, inherits: boolean): Look {
  return {
    sheet: toStyleSheet([...new Set(groups)], inherits ? ':root' : ''),
    box: BOX_STYLE,
    anchor: ANCHOR_STYLE,
    core: CORE_GROUPS,
  };
}

/**
 * The rules for these groups: on screen, not in print; in middle tones, half transparent, which suit light
 * and dark pages alike. Where the reader forces colours the line takes the text's.
 */
function toStyleSheet(groups: readonly string[], subject: string): string {
  const rules = groups.map(
    (group) =>
      `${subject}::highlight(${HIGHLIGHT_PREFIX}${group}){text-decoration:underline ${STYLES[group] ?? OTHER_STYLE};text-underline-offset:.18em}`,
  );
  return `@media screen{${rules.join('')}}`;
}
