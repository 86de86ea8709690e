/** One expression of several, such as one for each language, with the flags of all of them. */
export const anyOf = (...parts: RegExp[]) =>
  new RegExp(
    parts.map(({ source }) => source).join('|'),
    [...new Set(parts.flatMap(({ flags }) => [...flags]))].join(''),
  );
