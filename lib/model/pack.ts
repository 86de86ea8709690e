/**
 * The shape of a knowledge pack. A pack is data from anyone: no HTML, no patterns, no code; every text
 * is rendered as text. A pack is a folder: `pack.json` (this file's `packManifestSchema`) and one file
 * `topics/<id>.json` for each topic it names.
 */
import { z } from 'zod';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { fillLists } from './fill-lists';
import { MEASURES, type MeasureId, unitOf } from './measures';
import { familySchema, regimeSchema, termSchema } from './mention-rules';
import { dateSchema, idSchema, languageSchema, textSchema } from './pack-fields';
import { PACK_LIMITS } from './pack-limits';

/** What stands behind a statement: `happened` is a fact, the others are marked as what they are. */
export const statusSchema = z.enum(['happened', 'planned', 'claimed', 'disputed']);
export type Status = z.infer<typeof statusSchema>;

/**
 * Where a statement comes from. `origin` said it, `via` is where we read it, when that is another place.
 * `tier`: primary (the maker or rule itself), official (an authority), newsroom, trade (trade press, law firms), weak.
 */
export const sourceSchema = z.strictObject({
  id: idSchema,
  origin: textSchema(160),
  via: textSchema(160).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(600)
    .optional(),
  date: dateSchema.optional(),
  tier: z.enum(['primary', 'official', 'newsroom', 'trade', 'weak']),
});
export type Source = z.infer<typeof sourceSchema>;

/** What came of a plan. `unknown` says that the pack looked and found nothing. */
export const outcomeSchema = z.strictObject({
  result: z.enum(['kept', 'late', 'changed', 'dropped', 'unknown']),
  text: textSchema(PACK_LIMITS.statement).optional(),
  date: dateSchema.optional(),
  sources: z.array(idSchema).default([]),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const dated = {
  /** When it was said or happened: what decides whether an article of some day could know it. */
  date: dateSchema.optional(),
  /** Last day of a span that began on `date`. */
  until: dateSchema.optional(),
  status: statusSchema,
  sources: z.array(idSchema).default([]),
};

/** A statement of background. `due` is the day a plan names; `date` is the day the plan was announced. */
export const factSchema = z.strictObject({
  id: idSchema,
  text: textSchema(PACK_LIMITS.statement),
  ...dated,
  due: dateSchema.optional(),
  outcome: outcomeSchema.optional(),
  /** Worth standing in the first view as "Known on ‹date›". */
  key: z.boolean().optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** A line of the timeline. Same shape as a fact, but never without a date. */
export const eventSchema = factSchema.extend({ date: dateSchema });
export type TimelineEvent = z.infer<typeof eventSchema>;

const measureSchema = z.enum(Object.keys(MEASURES) as [MeasureId, ...MeasureId[]]);

/**
 * A number with its unit. Either `measure`, one of the shared vocabulary, so that cards can set figures side by side,
 * and then in the measure's unit; or `label`, for what is comparable to nothing. Of a topic with several variants `of`
 * says which; a figure without it holds of each.
 */
export const figureSchema = z
  .strictObject({
    id: idSchema,
    measure: measureSchema.optional(),
    label: textSchema(80).optional(),
    of: textSchema(80).optional(),
    value: z.number(),
    unit: z.string().min(1).max(40),
    /** The value is not exact: `at-least` ("more than"), `at-most` ("up to"), `about`. */
    bound: z.enum(['at-least', 'at-most', 'about']).optional(),
    /** What the number counts, where the source says so: operations `dense` or `sparse`, a link in `both-directions`. */
    counted: z.enum(['dense', 'sparse', 'both-directions']).optional(),
    /** The year or quarter that the value is of; of a quarter that is none of the calendar, the month in which it ended. */
    period: dateSchema.optional(),
    note: textSchema(PACK_LIMITS.statement).optional(),
    ...dated,
  })
  .refine(
    (figure) => (figure.measure === undefined) !== (figure.label === undefined),
    'a figure has either `measure` or `label`',
  )
  .superRefine(({ measure, unit }, context) => {
    if (measure === undefined || unit === unitOf(measure)) return;
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: `the unit of ${measure} is ${unitOf(measure)}`,
    });
  });
export type Figure = z.infer<typeof figureSchema>;

/** What must hold for a threshold: a measure, in its unit, against a value. */
export const conditionSchema = z.strictObject({
  measure: measureSchema,
  is: z.enum(['at-least', 'above', 'below']),
  value: z.number(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** A limit that a rule sets: when all `conditions` hold, `text` follows. `date` to `until`: while it was in force. */
export const thresholdSchema = z.strictObject({
  id: idSchema,
  conditions: z.array(conditionSchema).min(1).max(4),
  /** The rule asks for more, of which the pack has no number: the conditions alone do not decide. */
  partial: z.boolean().optional(),
  text: textSchema(PACK_LIMITS.statement),
  ...dated,
});
export type Threshold = z.infer<typeof thresholdSchema>;

/**
 * One view on a question. `by` says who holds it; `opinion` marks the two kinds of view that are nobody
 * else's: `founding` ("Analysis published with the news item, September 2025") and `sidelight`
 * ("Sidelight's reading of the facts above"), for which the card has the words.
 */
export const pointSchema = z
  .strictObject({
    id: idSchema,
    text: textSchema(PACK_LIMITS.statement),
    by: textSchema(120).optional(),
    opinion: z.enum(['founding', 'sidelight']).optional(),
    ...dated,
  })
  .refine(
    (point) => (point.by === undefined) !== (point.opinion === undefined),
    'a point has either `by` or `opinion`',
  );
export type Point = z.infer<typeof pointSchema>;

/** A question with differing views. It is visible from the date of its earliest point. */
export const insightSchema = z.strictObject({
  id: idSchema,
  question: textSchema(PACK_LIMITS.question),
  points: z.array(pointSchema).min(1).max(20),
  /** Other topics it is about: preferred on a page that mentions one of them. */
  topics: z.array(idSchema).default([]),
  /** Ends with "Background, not advice". */
  investor: z.boolean().optional(),
});
export type Insight = z.infer<typeof insightSchema>;

/** A typed relation, read "this topic ‹type› that topic" and in the other direction by its inverse. */
export const relationSchema = z.strictObject({
  type: z.enum([
    'makes',
    'supplies',
    'competes-with',
    'regulates',
    'restricts',
    'part-of',
    'succeeds',
    'announced-at',
    'runs-on',
    'responds-to',
    'about',
  ]),
  topic: idSchema,
  date: dateSchema.optional(),
  until: dateSchema.optional(),
  status: statusSchema.default('happened'),
});
export type Relation = z.infer<typeof relationSchema>;

export const topicKindSchema = z.enum([
  'company',
  'person',
  'chip',
  'chip-series',
  'system',
  'software',
  'technology',
  'rules',
  'list',
  'institution',
  'event',
  'policy',
  'view',
]);
export type TopicKind = z.infer<typeof topicKindSchema>;

const filledTopicSchema = z.strictObject({
  id: idSchema,
  formerIds: z.array(idSchema).optional(),
  group: idSchema,
  kind: topicKindSchema,
  /** Maker, or who imposes on whom: "Huawei", "United States on China". */
  whose: textSchema(80).optional(),
  /** The first name of each language is the one shown. In English sentences: `plural` ones take "are", `the` stands before. */
  names: z
    .array(
      z.strictObject({
        text: z.string().trim().min(1).max(PACK_LIMITS.name),
        lang: languageSchema,
        plural: z.literal(true).optional(),
        the: z.literal(true).optional(),
      }),
    )
    .min(1),
  /** Timeless: true on any day it is read. */
  summary: textSchema(PACK_LIMITS.summary),
  /** Until when the topic's facts were looked up. */
  knownUntil: dateSchema,
  terms: z.array(termSchema),
  families: z.array(familySchema).optional(),
  facts: z.array(factSchema),
  events: z.array(eventSchema),
  figures: z.array(figureSchema).default([]),
  /** Of rules: what they limit. */
  thresholds: z.array(thresholdSchema).optional(),
  insights: z.array(insightSchema).default([]),
  relations: z.array(relationSchema).default([]),
  regimes: z.array(regimeSchema).optional(),
  sources: z.array(sourceSchema),
});
/** What a card is about. Its id never changes once shipped: notes point at it. */
export const topicSchema = z.preprocess(fillLists, filledTopicSchema);
export type Topic = z.infer<typeof topicSchema>;

/** `pack.json`: what the pack is, and the topics whose files belong to it. */
export const packManifestSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers'),
  name: textSchema(PACK_LIMITS.name),
  language: languageSchema,
  published: dateSchema,
  reportUrl: z.url({ protocol: /^https$/ }).optional(),
  topics: z.array(idSchema).min(1).max(PACK_LIMITS.topics),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** A pack whose files have all been read and checked. */
export type Pack = PackManifest & { contents: Topic[] };

/** Everything that can carry a date in a topic, as `asOf` divides it. */
export type Dated = { date?: CoarseDate | undefined; until?: CoarseDate | undefined; status: Status };
