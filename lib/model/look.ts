/** How the paint and the card's box look on pages. */

/** The groups that Sidelight is about: each has a line of its own and is painted in each paragraph. */
export const CORE_GROUPS = ['huawei', 'nvidia', 'ascend', 'export-controls'] as const;

/** The name that all other groups are painted under. */
export const OTHER_GROUPS = 'other';

/** The name that mentions of any group are painted under while there is something new on what they open. */
export const NEW_GROUP = 'new';

/** The highlights in the page's registry are named with it and the group. */
export const HIGHLIGHT_PREFIX = 'sidelight-';

/** What the content script reads together with the index, so as not to carry it onto every page. */
export type Look = {
  /** The declarations of the card's box and of the anchor that it stands at. */
  box: string;
  anchor: string;
  /** `CORE_GROUPS`, and `NEW_GROUP`: what has a line of its own. */
  core: readonly string[];
};

/** What is stored beside the index. */
export const LOOK: Look = {
  box:
    'all:initial;position:absolute;pointer-events:auto;overflow:hidden;visibility:hidden;opacity:0;border-radius:10px;background:Canvas;' +
    // Half the screen at most, less the line of the mention: so it always fits above or below.
    '--full:min(420px,50vh - 24px);width:min(360px,100vw - 16px);height:var(--full);max-height:var(--full);margin-block:6px;' +
    'box-shadow:0 0 1px #8888,0 8px 32px #0006;' +
    'position-anchor:--a;position-area:bottom span-right;position-visibility:always;' +
    'position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline,bottom,top',
  anchor: 'position:absolute;visibility:hidden;anchor-name:--a;',
  core: [...CORE_GROUPS, NEW_GROUP],
};
