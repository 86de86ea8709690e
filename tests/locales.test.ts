import { describe, expect, it } from 'vitest';
import { type Locale, readLocale } from './speak';

type Message = Awaited<ReturnType<typeof readLocale>>[number];

const read = async (locale: Locale) =>
  // The library adds the messages that every extension has.
  (await readLocale(locale)).filter(({ key }) => !key[0]?.startsWith('@@'));
const english = await read('en');
const chinese = await read('zh_CN');

const nameOf = ({ key }: Message) => key.join('.');
const textsOf = (message: Message): Record<string, string> =>
  message.type === 'plural' ? message.plurals : { n: message.message };
const placesIn = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

/** What has no Chinese character in it: a tag, names, an address, and signs between what is filled in. */
const WITHOUT_CHARACTERS = [
  'shared.locale',
  'shared.folder',
  'shared.comma',
  'errors.line',
  'card.figure',
  'card.valueWithUnit',
  'card.percent',
  'card.threshold',
  'card.nameOf',
  'card.sentence.the',
  'card.sentence.theFirst',
  'options.sites.placeholder',
  'options.about.licenceText',
  'sync.kind.webdav',
  'sync.at',
  'sync.progress.count',
];

describe('the sentences in Chinese', () => {
  it('are those that there are in English, in the same order', () => {
    expect(chinese.map(nameOf)).toEqual(english.map(nameOf));
  });

  const pairs = chinese.flatMap((zh) => {
    const en = english.find((message) => nameOf(message) === nameOf(zh));
    return en ? [{ name: nameOf(zh), en, zh }] : [];
  });

  it('have the forms that the library can tell apart: one, or those of English where none reads differently', () => {
    const wrong = pairs.filter(({ en, zh }) => {
      const forms = Object.keys(textsOf(zh)).join();
      const hasNone = '0' in textsOf(en);
      return en.type !== zh.type || forms !== (hasNone ? '0,1,n' : 'n');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('are filled with the same values', () => {
    const wrong = pairs.filter(({ en, zh }) =>
      Object.entries(textsOf(zh)).some(
        ([form, text]) => `${placesIn(text)}` !== `${placesIn(textsOf(en)[form] ?? '')}`,
      ),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('have no value run into the next one: the browser refuses an extension with a $name$ it does not know', () => {
    const wrong = chinese.filter((message) =>
      Object.values(textsOf(message)).some((text) => /\$\w+\$/.test(text)),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('say nothing for one that they do not say for many', () => {
    const wrong = chinese.filter((message) => {
      const { 1: one, n } = textsOf(message) as { 1?: string; n: string };
      return one !== undefined && one !== n;
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('are Chinese, but for what has no other name', () => {
    const left = chinese.filter((message) =>
      Object.values(textsOf(message)).some((text) => !/\p{Script=Han}/u.test(text)),
    );
    expect(left.map(nameOf)).toEqual(WITHOUT_CHARACTERS);
  });

  it('have Chinese marks, and no space beside a character', () => {
    const wrong = chinese.filter((message) =>
      Object.values(textsOf(message)).some((text) =>
        BROKEN_STYLE.test(text.replace('侧记 Sidelight', '').replace(/\[[a-z-]+\|/g, '')),
      ),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });
});

/** A space or a mark of English beside a Chinese character, or an English full stop. */
const BROKEN_STYLE = /\p{Script=Han}[\s,;:!?"'()]|[\s,;:!?"'()]\p{Script=Han}|\.$/u;
