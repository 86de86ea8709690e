/** What offices are called by one word that also means another thing. */

/** What an office is called by its field alone; before and behind it, what makes it the field, or another office. */
const FIELD = /^commerce$/i;
const OF_FIELD =
  /(?:[^A-Z\P{L}]-|\b(?:of|for|in|and|du|de|le|their|its|his)|&|[’']s|\p{Lu}\p{Ll}*(?:ese|ian|ean|tch)) $/u;
const IN_FIELD = /^ ?(?:-|[Mm]inist|MINIST|and\b|&|between|with|in\b|across|among)/;
/** A ministry that many countries have, named without its country. */
const ANY_MINISTRY = /^商[务務]部/;

/** Whether a word is no name but that of a field: "commerce", where "Commerce" is the department. */
export function isField(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return (
    FIELD.test(word) &&
    (word.startsWith('c') ||
      OF_FIELD.test(text.slice(Math.max(start - 16, 0), start)) ||
      IN_FIELD.test(text.slice(end, end + 10)))
  );
}

/** Whether a ministry is that of the country named before, if one is. */
export function isAnyMinistry(text: string, start: number, end: number): boolean {
  return ANY_MINISTRY.test(text.slice(start, end));
}
