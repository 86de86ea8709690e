/** The JSON of an object that has a key, without the brace at its end: more keys can follow. */
export function openObject(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}
