import { describe, expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { explainMentions } from '@/lib/detect/explain';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import { readShippedTopics } from '@/scripts/packs/read-shipped';
import { readGrid } from './grid-snippets';
import { type Judged, readSnippets, type Snippet, scoreSnippet } from './labelled-snippets';

const compiled = compileIndex(readShippedTopics());
const { bytes } = compiled;
const index = loadWhole(compiled);
const snippets = readSnippets().filter(({ split }) => split === 'dev');
const scoreOf = (snippet: Snippet) => scoreSnippet(snippet, findMentions(index, snippet.text));
const scores = snippets.map(scoreOf);
const found = scores.flatMap((score) => score.found).length;
const sayAll = (kind: 'wrong' | 'missed' | 'misplaced') =>
  scores.flatMap((score) => score[kind].map(({ group, said }) => `${said} (${group})`));
const wrong = sayAll('wrong');
const missed = sayAll('missed');

describe('the shipped pack on the labelled snippets', () => {
  test('there are enough of them', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(400);
    expect(new Set(snippets.map(({ kind, lang, id }) => `${kind} ${lang} ${id}`)).size).toBe(snippets.length);
  });

  test('precision of the four core groups is at least 0.98', () => {
    expect(found / (found + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('recall of the four core groups is at least 0.97', () => {
    expect(found / (found + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('of sentences that name who imposes at least 0.98 open the right card', () => {
    const [misled, named] = (['misled', 'named'] as const).map((kind) =>
      scores.flatMap((score) => score[kind]).filter(({ by }) => !by),
    ) as [Judged[], Judged[]];
    const said = misled.map(({ said }) => said).join('\n');
    expect(misled.length / named.length, said).toBeLessThanOrEqual(0.02);
  });

  test('of all mentions of export controls, in articles, too, at most 0.002 open the card of a wrong regime', () => {
    const misplaced = sayAll('misplaced');
    const all = scores.flatMap((score) => score.named).length;
    expect(misplaced.length / all, misplaced.join('\n')).toBeLessThanOrEqual(0.002);
  });

  test('in articles most mentions whose sentence or paragraph names who imposes open the right card', () => {
    const told = (kind: 'misled' | 'named') =>
      scores.flatMap((score) => score[kind]).filter(({ by }) => by === 'sentence' || by === 'paragraph');
    expect(told('misled').length / told('named').length).toBeLessThanOrEqual(0.2);
  });

  test('whoever asks for the reasons is given the mentions of the page', () => {
    for (const { text } of snippets.filter((_, at) => at % 10 === 0)) {
      expect(explainMentions(index, compiled.cueTexts, text).mentions).toEqual(findMentions(index, text));
    }
  });

  test('the index stays small enough to be read in one go', () => {
    expect(bytes.length).toBeLessThan(300_000);
  });
});

describe('the shipped pack on the words of a language', () => {
  const byLanguage = Map.groupBy(readGrid(), ({ lang }) => lang);

  test.each([...byLanguage.keys()])(
    '%s: three limits of four are found at least, and hardly what resembles one',
    (lang) => {
      const all = (byLanguage.get(lang) ?? []).map(scoreOf);
      const [right, mistaken, unseen] = (['found', 'wrong', 'missed'] as const).map((kind) =>
        all.flatMap((score) => score[kind].map(({ said }) => said)),
      ) as [string[], string[], string[]];
      expect(right.length / (right.length + mistaken.length), mistaken.join('\n')).toBeGreaterThanOrEqual(
        0.98,
      );
      expect(right.length / (right.length + unseen.length), unseen.join('\n')).toBeGreaterThanOrEqual(0.75);
    },
  );
});
