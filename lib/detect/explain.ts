import { findMentions, splitBlocks } from './find-mentions';
import type { Match, Refusal, Trace } from './judge';
import { OUTPUT_NUMBER } from './layout';
import type { TermIndex } from './load-index';
import type { Mention } from './mention';

/** How much text it took to say which regime, in the order of `Level`. */
const LEVELS = ['phrase', 'clause', 'sentence', 'paragraph'];

/** The fields of a rule, cues and topics in words. */
type WrittenRule = Record<string, string | boolean | string[]>;

/**
 * What became of one match. `rule` is what its term demands; of a kept match only those cues are listed that
 * stand in its block, of a refused one all cues of the field that refused. `regime` says who imposes, by how
 * much text that was decided, and by which cues of the block.
 */
export type Verdict = { start: number; end: number; text: string; topic: string; rule?: WrittenRule } & (
  | { kept: true; opens: string; regime?: { id: string; level: string; cues: string[] } }
  | { kept: false; refused: Refusal }
);

/** The mentions of a text and the verdict on every match in it, both sorted by start. For pack authors. `cues` as compiled. */
export function explainMentions(
  index: TermIndex,
  cues: string[][],
  text: string,
): { mentions: Mention[]; verdicts: Verdict[] } {
  const { topics } = index.tables();
  const readCues = index.cues()?.reader.read ?? (() => []);
  const blocks = splitBlocks(text);
  const standing = blocks.map((block) => {
    return Map.groupBy(readCues(block.text), ([, , output]) => output & OUTPUT_NUMBER);
  });
  const verdicts: Verdict[] = [];
  /** A cue as it is written in the block: many words can be one cue. */
  const asWritten = (cue: number) =>
    (standing[trace.block]?.get(cue) ?? []).map(
      ([start, end]) => blocks[trace.block]?.text.slice(start, end) ?? '',
    );
  const regimes = new Map<string, { id: string; level: string; cues: string[] }>();

  const placeOf = ({ start, end, topic }: Match) => {
    const shift = blocks[trace.block]?.start ?? 0;
    const written = text.slice(start + shift, end + shift);
    return { start: start + shift, end: end + shift, text: written, topic: topics[topic]?.[0] ?? '' };
  };
  const write = (match: Match, field: string | null) => {
    const written: WrittenRule = {};
    if (match.written && (field ?? 'case') === 'case') written.text = match.written;
    for (const [name, value] of Object.entries(match.rule)) {
      if (field !== null && name !== field) continue;
      if (name === 'withTopic') written[name] = value.numbers.map((number) => topics[number]?.[0] ?? '');
      else {
        const shown = value.numbers.flatMap((cue) => (field === null ? asWritten(cue) : (cues[cue] ?? [])));
        if (shown.length > 0) written[name] = [...new Set(shown)];
      }
    }
    return Object.keys(written).length > 0 ? { rule: written } : {};
  };
  const trace: Trace = {
    block: 0,
    refused: (match, refused) => {
      verdicts.push({ ...placeOf(match), kept: false, refused, ...write(match, refused) });
    },
    decided: (match, regime, level) => {
      const { start, end } = placeOf(match);
      // What the block leaves open stays as the block has it, where the page says nothing either.
      if (level === 'page' && !regime && regimes.has(`${start} ${end}`)) return;
      const listed = regime ? [...regime.imposers.numbers, ...regime.goods.numbers] : [];
      const shown = listed.flatMap(asWritten);
      regimes.set(`${start} ${end}`, {
        id: regime?.id ?? 'neutral',
        level: LEVELS[Number(level)] ?? 'page',
        cues: [...new Set(shown)],
      });
    },
    kept: (match) => {
      verdicts.push({ ...placeOf(match), kept: true, opens: '', ...write(match, null) });
    },
  };
  const mentions = findMentions(index, text, trace);
  for (const verdict of verdicts) {
    const mention = mentions.find(({ start, end }) => start === verdict.start && end === verdict.end);
    if (!verdict.kept || !mention) continue;
    verdict.opens = mention.opens;
    const regime = regimes.get(`${verdict.start} ${verdict.end}`);
    if (regime) verdict.regime = regime;
  }
  return { mentions, verdicts: verdicts.sort((a, b) => a.start - b.start || a.end - b.end) };
}
