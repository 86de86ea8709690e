import type { Term } from '@/lib/model/mention-rules';
import type { Topic } from '@/lib/model/pack';
import { attachedForms, attachedSlots } from './attached-words';
import { TermGraph } from './build-automaton';
import { chooseAnchors, type Demand } from './choose-anchors';
import { tellBeginnings } from './cold-beginnings';
import { type ColdTerm, canBeCold, cutIntoParts } from './cold-parts';
import { CueTable, RuleTable } from './cue-tables';
import type { StoredTables } from './expand-lists';
import { layOutIndex, type Sieves } from './lay-out-index';
import { type ColdPart, IS_IMPOSER, IS_TARGET, PREFIX_SHIFT, type TermTables } from './layout';
import { tokenize } from './tokenize';
import { evenOut } from './written';

/**
 * The term index of some topics, as it is stored: what every page reads, what a page reads when it needs it (the cold
 * parts and the index of the cues), and the texts of the cues by number, which only `--explain` reads.
 */
export type TermIndexFile = { bytes: Uint8Array; parts: ColdPart[]; cues: Uint8Array; cueTexts: string[][] };

/** An index of no more terms is one part: that of the shipped pack. */
const MOST_IN_ONE = 4_000;
/**
 * Of a larger one this many terms, in the order of their topics, stand in the first part whatever they are: those of the
 * shipped pack, in all their spellings.
 */
const FIRST_OF_MANY = 3_300;

/** Cues have no parts, and they are asked for only where a term has been found. */
const NO_SIEVES: Sieves = { cold: tellBeginnings([]), anchors: new Set() };

/**
 * Compiles the terms, families and regimes of the topics. Pure; for the background and tools: what a page
 * loads is `loadIndex` of the bytes. The topics' order decides between two topics with the same term, and, in a
 * large index, which terms stand in the first part. Throws `pack-invalid` when even that part is too large.
 */
export function compileIndex(topics: Topic[], firstTerms = countFirst(topics)): TermIndexFile {
  const [graph, cueGraph] = [new TermGraph(), new TermGraph()];
  const cues = new CueTable(cueGraph);
  const topicNumbers = new Map(topics.map(({ id }, number) => [id, number]));
  const rules = new RuleTable(cues, topicNumbers);
  const terms: TermTables['terms'] = {};
  const regimes: StoredTables['regimes'] = {};
  const cold: ColdTerm[] = [];
  const demands: Demand[] = [];
  const meanings = new Map<string, number>();
  let termCount = 0;

  topics.forEach((topic, number) => {
    const isRuled = !!topic.regimes?.length;
    /** The number of what the tables say of a term: the same for all of a topic that have the same rule. */
    const addTerm = (rule: number, isName: boolean, written: CaseRule, isCold = false) => {
      termCount++;
      const key = `${number} ${rule} ${isName} ${isCold} ${written}`;
      const meaning = meanings.get(key) ?? meanings.size;
      meanings.set(key, meaning);
      terms[meaning] = [number, rule, isName ? 1 : 0, ...written];
      return meaning;
    };
    for (const term of topic.terms) {
      for (const text of spellings(term.text)) {
        const rule = rules.number(term, isRuled);
        const written = attachedForms(text).map(({ written, prefix }) => ({
          words: tokenize(written),
          output: (prefix << PREFIX_SHIFT) >>> 0,
        }));
        const isCold = rule === 0 && termCount >= firstTerms && canBeCold(written);
        const output = addTerm(rule, text !== text.toLowerCase(), caseRule(term, text), isCold);
        const forms = written.map((form) => ({ ...form, output: (form.output | output) >>> 0 }));
        if (isCold) cold.push(...forms);
        else {
          for (const form of forms) graph.addWords(form.words, form.output);
          demands.push(...forms.map(({ words }) => [[words]]));
        }
      }
    }
    for (const family of topic.families ?? []) {
      const output = addTerm(rules.number(family, isRuled), false, []);
      for (const { slots, prefix } of attachedSlots(family.slots)) {
        graph.addFamily(slots, (output | (prefix << PREFIX_SHIFT)) >>> 0);
        demands.push(slots.filter(Array.isArray).map((phrases) => phrases.map(tokenize)));
      }
    }
    for (const {
      id,
      topic: opened = '',
      targets = [],
      imposers,
      goods = [],
      reactions = [],
      needs,
      onlyHandling,
    } of topic.regimes ?? []) {
      cues.list(targets, IS_TARGET);
      regimes[number] ??= [];
      regimes[number].push({
        id,
        topic: topicNumbers.get(opened) ?? number,
        imposers: cues.list(imposers, IS_IMPOSER),
        goods: cues.list(goods),
        reactions: cues.list(reactions),
        ...(needs && { needs: cues.list(needs === 'goods' ? goods : needs) }),
        ...(onlyHandling && { onlyHandling }),
      });
    }
  });

  const named = Object.fromEntries(
    topics.map(({ id, group }, number): [number, [string, string]] => [number, [id, group]]),
  );
  const regimeTopics = Object.values(regimes).flatMap((some) => some.map(({ topic }) => topic));
  const { first, parts } = cutIntoParts(cold, { terms, topics: named }, regimeTopics);
  const sieves: Sieves = {
    cold: tellBeginnings(cold.map(({ words }) => words)),
    anchors: chooseAnchors(demands),
  };
  const cueTables: StoredTables = { rules: rules.rules, regimes, lists: cues.numberLists() };
  return {
    bytes: layOutIndex(
      graph,
      { terms: toList(first.terms), topics: toList(first.topics), rules: rules.topicRules() },
      parts.length,
      sieves,
    ),
    parts,
    cues: layOutIndex(cueGraph, cueTables, 0, NO_SIEVES),
    cueTexts: cues.texts,
  };
}

/** A table by number as a list, whose numbers need not be stored, where that is shorter: what is missing is null. */
function toList<Row>(table: Record<number, Row>): Record<number, Row> {
  const list = Array.from(
    { length: Math.max(-1, ...Object.keys(table).map(Number)) + 1 },
    (_, number) => table[number],
  );
  return JSON.stringify(list).length < JSON.stringify(table).length ? (list as Row[]) : table;
}

function countFirst(topics: Topic[]): number {
  const count = topics.reduce((sum, { terms }) => sum + terms.length, 0);
  return count > MOST_IN_ONE ? FIRST_OF_MANY : count * 2;
}

type CaseRule = [] | [written: string] | [written: string, isUpper: 1];

/** How a term must be written, as its table says it. */
function caseRule(term: Term, text: string): CaseRule {
  if (!term.case) return [];
  return term.case === 'upper' ? [evenOut(text), 1] : [evenOut(text)];
}

/** "Ascend 910C" is also written "Ascend910C": each gap between a letter and a digit may close. */
function spellings(text: string): string[] {
  const joined = text.replace(/(\p{L})[\s-](?=\d)/gu, '$1');
  return joined === text ? [text] : [text, joined];
}
