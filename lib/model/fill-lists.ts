/** Where a list of phrases may be given by its name in `lists`. */
const NAMED = new Set([
  'near',
  'notNear',
  'before',
  'after',
  'notBefore',
  'notAfter',
  'onPage',
  'maybe',
  'but',
]);

/**
 * A topic as it is written, with each name of a list replaced by the list. `lists` are those that many terms and
 * families of the topic share: `"near": "en-goods"`, a slot `"en-heads"`. A name without a list stays, and is no list.
 */
export function fillLists(written: unknown): unknown {
  if (!isObject(written) || !isObject(written.lists)) return written;
  const { lists, ...topic } = written;
  const fill = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string')
      return (NAMED.has(name) && Object.hasOwn(lists, value) && lists[value]) || value;
    if (Array.isArray(value)) return value.map((item) => fill(item, name === 'slots' ? 'maybe' : ''));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, key)]));
  };
  return { ...topic, terms: fill(topic.terms), families: fill(topic.families) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
