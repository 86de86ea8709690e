/** What a page without mentions never loads: the cards, and what the extension's own pages ask of this one. */
// biome-ignore-start lint/performance/noBarrelFile: one module, and so one request, on purpose
export { createCards } from './cards';
export { readMentions } from './page-mentions';
export { readState } from './page-state';
// biome-ignore-end lint/performance/noBarrelFile: one module, and so one request, on purpose
