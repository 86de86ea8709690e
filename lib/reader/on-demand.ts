/** What a page without mentions or notes never loads: the cards, and what the extension's own pages ask of this one. */
// biome-ignore-start lint/performance/noBarrelFile: one module, and so one request, on purpose
export { answerCall } from './answer-call';
export { createCards } from './cards';
// biome-ignore-end lint/performance/noBarrelFile: one module, and so one request, on purpose
