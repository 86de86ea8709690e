/**
 * Our sentences in a thread beside a page. `browser.i18n` is not there: the page reads them from the extension's own
 * file, and sends them along.
 */
import type { Translate } from '@/lib/time/format-date';

/** Every sentence of a language by its name, `$1` to `$9` where something is filled in. */
export type Sentences = Record<string, { message: string }>;

/** Those of the language that the browser has chosen for us, which `t` says. */
export async function loadSentences(t: Translate): Promise<Sentences> {
  return (await fetch(`/_locales/${t('shared.folder')}/messages.json`)).json();
}

/** Says them as `i18n.t` does. Throws where there is none of the name. */
export function toTranslate(sentences: Sentences): Translate {
  const translate = (key: string, ...given: unknown[]) => {
    const sentence = sentences[key.replaceAll('.', '_')];
    if (!sentence) throw new Error(`There is no sentence ${key}`);
    const count = given.find((each) => typeof each === 'number');
    const values = given.find(Array.isArray) ?? (count === undefined ? [] : [count]);
    const forms = count === undefined ? [sentence.message] : sentence.message.split(' | ');
    return pick(forms, count).replace(/\$([1-9$])/g, (_, mark: string) =>
      mark === '$' ? '$' : String(values[Number(mark) - 1] ?? ''),
    );
  };
  return translate as Translate;
}

/** The form for a count, as the library tells them apart: one, or those of 1 and others, or those of 0, 1 and others. */
function pick(forms: string[], count = 0): string {
  const at = forms.length === 3 ? Math.min(count, 2) : count === 1 ? 0 : forms.length - 1;
  return forms[at] as string;
}
