/** What the paint and the card's box look like on pages: style texts of our own, kept with the index, not in the script. */
export type Look = {
  /** The style sheet of the paint. */
  sheet: string;
  /** The declarations of the card's box and of the anchor that it stands at. */
  box: string;
  anchor: string;
  /** The groups that are painted in each paragraph, others once on the page. */
  core: string[];
};

/** The highlights of our groups in the page's registry are named with it. */
export const HIGHLIGHT_PREFIX = 'sidelight-';
