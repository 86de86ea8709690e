import type { Family } from '@/lib/model/mention-rules';

/** Conjunctions and prepositions that Arabic and Hebrew write onto the next word, by that word's first letter. */
const ATTACHED = [
  { onto: /^\p{Script=Arabic}/u, words: ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'] },
  { onto: /^\p{Script=Hebrew}/u, words: ['ו', 'ב', 'ל', 'מ', 'ש', 'ה', 'כ', 'וב', 'ול', 'ומ', 'שב', 'של'] },
];

/** A spelling, and how many units at its start are words written onto the name, not part of it. */
export type AttachedForm = { written: string; prefix: number };

/** A term as it is, and with each word that its script writes onto it. */
export function attachedForms(text: string): AttachedForm[] {
  const forms = [{ written: text, prefix: 0 }];
  const words = ATTACHED.find(({ onto }) => onto.test(text))?.words ?? [];
  for (const word of words) forms.push({ written: word + text, prefix: word.length });
  // "To the" drops the article's first letter: what is left begins with the noun.
  if (text.startsWith('ال')) forms.push({ written: `لل${text.slice(2)}`, prefix: 2 });
  return forms;
}

/** A family as it is, and with its first phrases spelled with words written onto them, by length of these. */
export function attachedSlots(slots: Family['slots']): { slots: Family['slots']; prefix: number }[] {
  const [first, ...rest] = slots;
  if (!Array.isArray(first)) return [{ slots, prefix: 0 }];
  const forms = first.flatMap(attachedForms);
  return [0, 1, 2].flatMap((prefix) => {
    const phrases = forms.filter((form) => form.prefix === prefix).map(({ written }) => written);
    return phrases.length > 0 ? [{ slots: [phrases, ...rest], prefix }] : [];
  });
}
