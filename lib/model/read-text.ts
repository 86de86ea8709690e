import type { PackText } from './pack-fields';

/**
 * A text to show and the language it is in; `lang` is null where it is not known.
 * `isTranslation`: it was written in another language, the first that the pack gives.
 */
export type ReadText = { text: string; lang: string | null; isTranslation?: true };

/**
 * The text in the first of the wanted languages that it has, by exact tag and then by primary language;
 * else in English, else in whichever comes first. `languages` are BCP 47 tags, most wanted first.
 */
export function readText(text: PackText, languages: readonly string[]): ReadText {
  if (typeof text === 'string') return { text, lang: 'en' };
  const tags = Object.keys(text);
  const lang = pickTag(tags, languages) ?? tags[0];
  if (lang === undefined) return { text: '', lang: null };
  const read = { text: text[lang] ?? '', lang };
  return lang === tags[0] ? read : { ...read, isTranslation: true };
}

/** The tag that fits the wanted languages best (exact, then primary language, then English), or null. */
export function pickTag(tags: readonly string[], languages: readonly string[]): string | null {
  for (const wanted of [...languages, 'en']) {
    const found =
      tags.find((tag) => tag === wanted) ?? tags.find((tag) => primaryOf(tag) === primaryOf(wanted));
    if (found !== undefined) return found;
  }
  return null;
}

/** `zh` of `zh-Hant-TW`. */
export function primaryOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
