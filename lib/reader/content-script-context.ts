/**
 * Stands in for WXT's `ContentScriptContext` (an alias in `wxt.config.ts`). WXT's own announces each start of
 * a content script with an event on the document and a `postMessage`, both with the extension's id: every
 * page could tell who reads along. We end by `runtime.id` instead, see `session.ts`.
 */
export class ContentScriptContext {}
