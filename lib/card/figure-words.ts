/** Figures and thresholds in words, as cards show them. */
import { type MeasureId, unitOf } from '@/lib/model/measures';
import type { Condition, Figure, Threshold } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { formatDate, type Translate } from '@/lib/time/format-date';
import type { ComputedPoints } from './total-processing-performance';

/** Larger units in which what a system does is told: nobody says "34,000 TB/s". */
const LARGER: Record<string, string> = { PFLOPS: 'EFLOPS', 'TB/s': 'PB/s' };

/** Units of packs that are words, and the message that says each. Others are signs, the same in every language. */
const UNIT_WORDS = {
  yuan: 'yuan',
  dollars: 'dollars',
  euros: 'euros',
  'Hong Kong dollars': 'hkDollars',
  yen: 'yen',
  chips: 'chips',
  cards: 'cards',
  dies: 'dies',
  cabinets: 'cabinets',
  wafers: 'wafers',
  'wafers a month': 'wafersAMonth',
  stacks: 'stacks',
  parties: 'parties',
  affiliates: 'affiliates',
  points: 'points',
  cores: 'cores',
  layers: 'layers',
  devices: 'devices',
  machines: 'machines',
  parameters: 'parameters',
  states: 'states',
  votes: 'votes',
  kinds: 'kinds',
  days: 'days',
  weeks: 'weeks',
} as const;
type UnitWord = (typeof UNIT_WORDS)[keyof typeof UNIT_WORDS];

type Camel<Id extends string> = Id extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Id;

/** What is measured, and of what: "FP8 compute per chip". */
export function measureWord(measure: MeasureId, t: Translate): string {
  const name = measure.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Camel<MeasureId>;
  return t(`measure.${name}`);
}

/**
 * A value with its unit, in the unit that readers know it by, and in words of their language where it is one of words:
 * "8,192 chips", "41%", "16.3 PB/s", "891.4 billion yuan" and "8914亿元".
 */
export function formatValue(value: number, unit: string, t: Translate): string {
  const number = (shown: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(t('shared.locale'), options).format(shown);
  if (unit === '%') return t('card.percent', [number(value)]);
  const larger = LARGER[unit];
  if (larger !== undefined && value >= 1_000) return t('card.valueWithUnit', [number(value / 1_000), larger]);
  const [thousands, word] = readUnit(unit);
  if (word === undefined) return t('card.valueWithUnit', [number(value), unit]);
  const shown =
    thousands === 0
      ? number(value)
      : number(value * 1_000 ** thousands, {
          notation: 'compact',
          compactDisplay: 'long',
          maximumFractionDigits: 4,
        });
  return t(`card.unit.${word}`, [shown]);
}

/** How many times a thousand a unit is ("billion yuan": 3), and its word; undefined where it is a sign or an unknown word. */
function readUnit(unit: string): [thousands: number, word: UnitWord | undefined] {
  const [first = '', ...others] = unit.split(' ');
  const thousands = ['million', 'billion', 'trillion'].indexOf(first) + 2;
  return thousands < 2 ? [0, wordOf(unit)] : [thousands, wordOf(others.join(' '))];
}

function wordOf(unit: string): UnitWord | undefined {
  return (UNIT_WORDS as Partial<Record<string, UnitWord>>)[unit];
}

/** A figure as one line: measure, what it is of, for when; value, how exact it is, what it counts. */
export function figureText(figure: Figure, languages: readonly string[], t: Translate): string {
  const { period, counted } = figure;
  const head = [figureName(figure, languages, t), period && formatDate(period, t)];
  const tail = [valueText(figure, t), counted && t(COUNTED[counted])];
  const join = (parts: (string | undefined)[]) => parts.filter((part) => part).join(t('shared.comma'));
  return t('card.figure', [join(head), join(tail)]);
}

/** What a figure is of, without its period: "Revenue", "Share of foundries, TSMC". */
export function figureName(
  { measure, label, of }: Figure,
  languages: readonly string[],
  t: Translate,
): string {
  const name = measure === undefined ? readText(label ?? '', languages).text : measureWord(measure, t);
  return of === undefined ? name : [name, readText(of, languages).text].join(t('shared.comma'));
}

/** The value of a figure, and how exact it is: "more than 880 billion yuan". */
export function valueText({ value, unit, bound }: Figure, t: Translate): string {
  const text = formatValue(value, unit, t);
  return bound ? t(BOUNDS[bound], [text]) : text;
}

/** The arithmetic of computed points, and that it is ours: "1,979 TFLOPS (FP8) × 8 bits = 15,832 points, computed by Sidelight". */
export function pointsText(computed: ComputedPoints, t: Translate): string {
  const { figure, precision, bits, points, isTakenAsDense } = computed;
  const number = (value: number) => new Intl.NumberFormat(t('shared.locale')).format(value);
  const sum = t('card.pointsOf', [
    number(figure.value),
    figure.unit,
    precision,
    String(bits),
    number(points),
  ]);
  const said = [sum, t('card.computed'), isTakenAsDense ? t('card.takenAsDense') : ''];
  return said.filter((part) => part).join(t('shared.comma'));
}

/** A threshold as one line: its conditions, and what follows. */
export function thresholdText(threshold: Threshold, languages: readonly string[], t: Translate): string {
  const conditions = threshold.conditions.map((condition) => conditionText(condition, t));
  return t('card.threshold', [
    conditions.join(t('card.andCondition')),
    readText(threshold.text, languages).text,
  ]);
}

/** What a rule asks for: "FP8 compute per chip: 4,800 TFLOPS or more". */
export function conditionText({ measure, is, value }: Condition, t: Translate): string {
  return t('card.figure', [
    measureWord(measure, t),
    t(COMPARISONS[is], [formatValue(value, unitOf(measure), t)]),
  ]);
}

const BOUNDS = {
  'at-least': 'card.bound.atLeast',
  'at-most': 'card.bound.atMost',
  about: 'card.bound.about',
} as const;
const COUNTED = {
  dense: 'card.counted.dense',
  sparse: 'card.counted.sparse',
  'both-directions': 'card.counted.bothDirections',
} as const;
const COMPARISONS = {
  'at-least': 'card.condition.atLeast',
  above: 'card.condition.above',
  below: 'card.condition.below',
} as const;
