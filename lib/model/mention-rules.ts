/** What a topic is found by in a text, and, of a topic with several regimes, what tells which card a mention opens. */
import { z } from 'zod';
import { idSchema, languageSchema, textSchema } from './pack-fields';
import { PACK_LIMITS } from './pack-limits';

const cueSchema = z.string().trim().min(1).max(PACK_LIMITS.cue);
const cuesSchema = z.array(cueSchema).min(1).max(400);
/** Names in many languages, and each in its cases: more than one rule asks for. */
const regimeCuesSchema = z.array(cueSchema).min(1).max(1_500);

/**
 * A context rule: a closed list of literal strings, without patterns, operators or nesting. All given fields must hold:
 * - a cue of up to three letters, all capitals ("US", "AI"), is found only in capitals; any other in any case
 * - `near`: one of these stands in the same sentence or within 120 characters, or in the term's own gap (what the
 *   term itself begins or ends with does not count)
 * - `notNear`: none of these stands there within 120 characters. With `near` the nearest decides: none of these
 *   stands as near as one of `near` ("the app's export controls" in a sentence about US export controls)
 * - `before` / `after`: one of these words directly follows / precedes
 * - `notBefore` / `notAfter`: the term is not directly followed / preceded by one of these words
 * - `onPage`: one of these stands anywhere on the page
 * - `withTopic`: a mention of one of these topics stands on the page (a mention that needed no `withTopic` itself)
 * Made anew for each: what two schemas share stands outside of both in the JSON Schema.
 */
const contextRule = () => ({
  near: cuesSchema.optional(),
  notNear: cuesSchema.optional(),
  before: cuesSchema.optional(),
  after: cuesSchema.optional(),
  notBefore: cuesSchema.optional(),
  notAfter: cuesSchema.optional(),
  onPage: cuesSchema.optional(),
  withTopic: z.array(idSchema).min(1).optional(),
});

/** A surface form that can name the topic. `case`: `exact` (as written), `upper` (as written or all capitals), else any case. */
export const termSchema = z.strictObject({
  text: z.string().trim().min(1).max(PACK_LIMITS.name),
  lang: languageSchema,
  case: z.enum(['exact', 'upper']).optional(),
  ...contextRule(),
});
export type Term = z.infer<typeof termSchema>;

const phrasesSchema = z.array(z.string().trim().min(1).max(PACK_LIMITS.name)).min(1).max(600);

/**
 * A family of terms: a run of slots read one after the other, each a closed list of literal phrases.
 * "curbs" + "on" + up to four words + "exports" finds "curbs on advanced chip exports". No patterns: the
 * index spells the slots out when it is compiled. Slots:
 * - a list of phrases: one of them stands here
 * - `maybe`: up to `upTo` (1) of these phrases stand here, or none
 * - `words`: up to so many words of any kind, none of them across a comma or the end of a sentence
 *   (in Chinese, Japanese and Korean each character counts as a word), none of them one of `but`
 * The first and last slot are lists of phrases. Two open slots (`maybe` with a long list, `words`) side by side
 * multiply in the index: prefer a second family. It has context rules as a term has.
 */
export const familySchema = z.strictObject({
  slots: z
    .array(
      z.union([
        phrasesSchema,
        z.strictObject({ maybe: phrasesSchema, upTo: z.number().int().min(1).max(4).optional() }),
        z.strictObject({ words: z.number().int().min(1).max(8), but: cuesSchema.optional() }),
      ]),
    )
    .min(2)
    .max(12)
    .refine(
      (slots) => Array.isArray(slots[0]) && Array.isArray(slots.at(-1)),
      'a family begins and ends with phrases',
    ),
  lang: languageSchema,
  ...contextRule(),
});
export type Family = z.infer<typeof familySchema>;

/**
 * One regime of rules inside a neutral topic. A mention of the neutral topic opens `topic` where the
 * cues of exactly this regime decide: first in its phrase, then in the clause, in the sentence, in the paragraph;
 * where nobody acts there, and the mention speaks of "the" controls or names goods of this regime, the page does: what earlier
 * mentions open, as long as that is one topic, and neither the first nor the last of them is somebody's without a card.
 * In a clause, who stands before the mention imposes; who stands after it only
 * where nobody does.
 * `topic` absent: the pack has no card for it, so it stays with the neutral one (never a wrong regime).
 */
export const regimeSchema = z.strictObject({
  id: idSchema,
  topic: idSchema.optional(),
  name: textSchema(PACK_LIMITS.name),
  /** Who imposes: "US", "Commerce Department", "BIS", "Washington". */
  imposers: regimeCuesSchema,
  /** Words that make an imposer the target: in "against the US" the US imposes nothing. */
  targets: regimeCuesSchema.optional(),
  /** Words after an imposer that make it the one who answers: in "Beijing condemned" Beijing imposes nothing. */
  reactions: regimeCuesSchema.optional(),
  /** What goods: "chips", "Nvidia", "rare earths". Absent: the imposers are several together ("both sides"). */
  goods: regimeCuesSchema.optional(),
  /**
   * Whoever limits many goods: `topic` is right only where its paragraph names one of these (`goods`: one of those).
   */
  needs: z.union([z.literal('goods'), regimeCuesSchema]).optional(),
  /** Its imposers are named as places and destinations as often: they count only as subjects of what is done to rules. */
  onlyHandling: z.literal(true).optional(),
});
