/** One expression of several, such as one for each language, each with its own case: "Autor" is no "autorise". */
export const anyOf = (...parts: RegExp[]) =>
  new RegExp(parts.map(({ source, ignoreCase }) => (ignoreCase ? `(?i:${source})` : source)).join('|'));
