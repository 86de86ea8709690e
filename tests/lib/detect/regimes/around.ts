/** The text around a name in brackets: it without them, and where the name begins and ends. */
export function around(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('[');
  return [marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1];
}
