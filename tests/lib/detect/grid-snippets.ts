/**
 * Snippets put together from words: whatever may be said of a limit, in whatever frame. A language's file has lists of words, and
 * frames in which `<name>` stands for a word of a list. Each frame takes as many turns as its longest list has words, and in each
 * turn the next word of every list, so that all words are read, mostly beside others than before.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Snippet, toSnippet } from './labelled-snippets';

const FOLDER = join(import.meta.dirname, '../../fixtures/mentions/grid');

type Frame = { text: string; alt?: string[]; optional?: string[] };
type Grid = { words: Record<string, string[]>; frames: Frame[] };

/** The snippets of all languages; `id` tells frame and turn. */
export function readGrid(): Snippet[] {
  return globSync('*.json', { cwd: FOLDER })
    .sort()
    .flatMap((file) => {
      const { words, frames } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Grid;
      const lang = basename(file, '.json');
      const idle = Object.keys(words).filter(
        (name) => !frames.some(({ text }) => text.includes(`<${name}>`)),
      );
      if (idle.length > 0) throw new Error(`${file}: no frame has a place for ${idle.join()}.`);
      return frames.flatMap((frame, number) =>
        expand(frame, words).map((turned, turn) => ({
          split: 'grid' as const,
          kind: 'grid',
          lang,
          ...toSnippet({ id: `${lang}-${number}-${turn}`, ...turned }),
        })),
      );
    });
}

/** What a frame says in each of its turns. */
function expand(frame: Frame, words: Grid['words']): Frame[] {
  const names = [...new Set([...frame.text.matchAll(/<([\w-]+)>/g)].map(([, name]) => name as string))];
  const lists = names.map((name) => {
    const list = words[name];
    if (!list?.length) throw new Error(`No words for <${name}> in "${frame.text}".`);
    return list;
  });
  const turns = Math.max(1, ...lists.map((list) => list.length));
  return Array.from({ length: turns }, (_, turn) => {
    // Each list begins at its place, and further on each time it begins anew: further for a later list.
    const word = (name: string) => {
      const place = names.indexOf(name);
      const list = lists[place] as string[];
      const shift = (place % list.length || 1) * Math.floor(turn / list.length);
      return list[(turn + place + shift) % list.length] as string;
    };
    const fill = (text: string) => text.replace(/<([\w-]+)>/g, (_all, name: string) => word(name));
    return {
      text: fill(frame.text),
      ...(frame.alt && { alt: frame.alt.map(fill) }),
      ...(frame.optional && { optional: frame.optional.map(fill) }),
    };
  });
}
