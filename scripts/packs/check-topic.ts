/** What each topic of a pack must fulfil by itself and beside the others. */

import { isReportedOnly } from '@/lib/card/sources-of';
import { CORE_GROUPS } from '@/lib/model/look';
import type { Family, Term } from '@/lib/model/mention-rules';
import type { Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { idsOf } from '@/lib/model/topic-ids';
import { compareDates } from '@/lib/time/coarse-date';
import { AVOIDED_HOSTS } from './avoided-hosts.ts';
import type { Flaw } from './check-pack.ts';

/** A flaw of the topic at hand. */
type TopicFlaw = Omit<Flaw, 'file'>;

/** Words that date a text; a summary must be true on any day it is read. */
const DATING = /\b(next|new|newest|latest|recent|recently|current|currently|now|today|upcoming)\b/i;
/** Words of the workshop, and markup. */
const REFUSED = /seed article|editorial analysis|\bseed\b|sentifin|\bTODO\b|<[a-z]/i;
/** Nobody in particular. */
const NOBODY = /^(analysis|analysts|critics|supporters|observers|press|the press|sceptics|markets?)$/i;
/** Names of firms, chips and rules that are words as well: alone they need a context rule. */
const WORDS = new Set(
  'alphabet amazon apple arm ascend atlas blackwell canon chip chips commerce control controls export exports gap grace hopper lam lead match meta micron oracle orient rubin screen spark switch target truce visa win'.split(
    ' ',
  ),
);
/** Most that a figure in this unit can be; more is a slip of the pen. */
const MOST: Record<string, number> = {
  chips: 1_100_000,
  cards: 5_000_000,
  dies: 5_000_000,
  cabinets: 20_000,
  '%': 1_000,
  TFLOPS: 100_000,
  PFLOPS: 1_000_000,
  GB: 2_000,
  TB: 10_000,
  'GB/s': 100_000,
  'TB/s': 100_000,
  W: 5_000,
  kW: 10_000,
};
const MOST_OF_ANY = 1_000_000;

/** Whether a term or family says by more than its letters when it is meant. */
export function isRuled(term: Term | Family): boolean {
  return Object.keys(term).some((field) => !['text', 'lang', 'slots'].includes(field));
}

/** All flaws of a topic. `topics` are those of the pack. */
export function checkTopic(topic: Topic, topics: Topic[], today: string): TopicFlaw[] {
  return [
    ...checkNames(topic),
    ...checkIdsWithin(topic),
    ...checkSources(topic),
    ...checkTargets(topic, topics),
    ...checkDates(topic, today),
    ...checkPlans(topic, today),
    ...checkTexts(topic),
    ...checkFigures(topic),
    ...checkTerms(topic, topics),
  ];
}

/** Everything that carries date, status and sources, with where it stands. */
function statementsOf({ facts, events, figures, thresholds = [], insights }: Topic) {
  const at = <Item extends { id: string }>(list: string, items: Item[]) =>
    items.map((item) => ({ path: `${list}.${item.id}`, ...item }));
  return [
    ...at('facts', facts),
    ...at('events', events),
    ...at('figures', figures),
    ...at('thresholds', thresholds),
    ...insights.flatMap(({ id, points }) => at(`insights.${id}`, points)),
  ];
}

const plansOf = ({ facts, events }: Topic) => [
  ...facts.map((fact) => ({ path: `facts.${fact.id}`, ...fact })),
  ...events.map((event) => ({ path: `events.${event.id}`, ...event })),
];

const spellings = (text: PackText | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

function checkNames({ names }: Topic): TopicFlaw[] {
  return names[0]?.lang === 'en' ? [] : [{ path: 'names.0', message: 'the first name is the English one' }];
}

function checkIdsWithin(topic: Topic): TopicFlaw[] {
  const { facts, events, figures, thresholds = [], insights, sources } = topic;
  const lists = { facts, events, figures, thresholds, insights, sources };
  const points = insights.map(({ id, points }) => [`insights.${id}.points`, points] as const);
  return [...Object.entries(lists), ...points].flatMap(([path, list]) => {
    const ids = list.map(({ id }) => id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    return twice.map((id) => ({ path, message: `has the id "${id}" twice` }));
  });
}

function checkSources(topic: Topic): TopicFlaw[] {
  const known = new Set(topic.sources.map(({ id }) => id));
  const uses = [
    ...statementsOf(topic),
    ...plansOf(topic).flatMap(({ path, outcome }) =>
      outcome ? [{ path: `${path}.outcome`, sources: outcome.sources }] : [],
    ),
  ];
  const used = new Set(uses.flatMap(({ sources }) => sources));
  const host = (url: string) => new URL(url).hostname;
  const avoided = (url: string) =>
    AVOIDED_HOSTS.find((entry) => host(url) === entry.host || host(url).endsWith(`.${entry.host}`));
  return [
    ...uses.flatMap(({ path, sources }) =>
      sources
        .filter((id) => !known.has(id))
        .map((id) => ({ path, message: `names the source "${id}", which is not there` })),
    ),
    ...statementsOf(topic)
      .filter(({ sources }) => sources.length === 0)
      .map(({ path }) => ({ path, message: 'has no source' })),
    ...statementsOf(topic)
      .filter(({ status, sources }) => status === 'happened' && isReportedOnly(sources, topic))
      .map(({ path }) => ({ path, message: 'stands on weak pages alone, so it is a claim and no fact' })),
    ...topic.sources.flatMap(({ id, url, tier }) => {
      const path = `sources.${id}`;
      const because = url === undefined ? undefined : avoided(url)?.because;
      return [
        ...(used.has(id) ? [] : [{ path, message: 'is named by no statement' }]),
        ...(url && tier === 'weak' ? [{ path: `${path}.url`, message: 'a weak page is not linked' }] : []),
        ...(because ? [{ path: `${path}.url`, message: `readers are not sent there: ${because}` }] : []),
      ];
    }),
  ];
}

function checkTargets(topic: Topic, topics: Topic[]): TopicFlaw[] {
  const known = new Set(topics.map(({ id }) => id));
  const own = idsOf(topic);
  // Only relations are followed to a topic by the id that it had before.
  const related = new Set(topics.flatMap((topic) => idsOf(topic)));
  const targets = [
    ...topic.relations.map(({ topic }) => ({ path: 'relations', target: topic })),
    ...topic.insights.flatMap(({ id, topics }) =>
      topics.map((target) => ({ path: `insights.${id}`, target })),
    ),
    ...topic.terms.flatMap(({ text, withTopic = [] }) =>
      withTopic.map((target) => ({ path: `terms "${text}"`, target })),
    ),
    ...(topic.regimes ?? []).flatMap(({ id, topic }) =>
      topic ? [{ path: `regimes.${id}`, target: topic }] : [],
    ),
  ];
  return targets.flatMap(({ path, target }) => {
    if (!(path === 'relations' ? related : known).has(target))
      return [{ path, message: `points at "${target}", which is no topic of the pack` }];
    return path === 'relations' && own.includes(target) ? [{ path, message: 'points at itself' }] : [];
  });
}

function checkDates(topic: Topic, today: string): TopicFlaw[] {
  const { knownUntil, sources, relations } = topic;
  const late = (date: string | undefined, end: string) => date !== undefined && compareDates(date, end) > 0;
  return [
    ...statementsOf(topic).flatMap(({ path, date }) => [
      ...(date === undefined ? [{ path, message: 'has no date' }] : []),
      ...(late(date, today) ? [{ path, message: `is dated ${date}, which is to come` }] : []),
      ...(late(date, knownUntil) ? [{ path, message: `is dated ${date}, after knownUntil` }] : []),
    ]),
    ...relations
      .filter(({ date, status }) => status !== 'planned' && late(date, today))
      .map(({ topic, date }) => ({ path: 'relations', message: `to "${topic}" is of ${date}, to come` })),
    ...sources
      .filter(({ date }) => late(date, knownUntil))
      .map(({ id, date }) => ({ path: `sources.${id}`, message: `is of ${date}, after knownUntil` })),
  ];
}

function checkPlans(topic: Topic, today: string): TopicFlaw[] {
  return plansOf(topic).flatMap(({ path, date, due, outcome }) => {
    const before = (day: string | undefined) =>
      day !== undefined && date !== undefined && compareDates(day, date) < 0;
    return [
      ...(before(due) ? [{ path, message: 'is due before it was said' }] : []),
      ...(before(outcome?.date) ? [{ path, message: 'came out before it was said' }] : []),
      ...(outcome && outcome.result !== 'unknown' && (!outcome.date || outcome.sources.length === 0)
        ? [{ path: `${path}.outcome`, message: `is "${outcome.result}" without a date or a source` }]
        : []),
      ...(outcome?.date && compareDates(outcome.date, today) > 0
        ? [{ path: `${path}.outcome`, message: `is dated ${outcome.date}, which is to come` }]
        : []),
      ...(due && !outcome && compareDates(due, today) < 0
        ? [{ path, message: `was due ${due} and has no outcome`, isWarning: true }]
        : []),
    ];
  });
}

/** Every text that a reader can see, with where it stands. */
function textsOf(topic: Topic): { path: string; text: string }[] {
  const at = (path: string, text: PackText | undefined) => spellings(text).map((text) => ({ path, text }));
  return [
    ...at('summary', topic.summary),
    ...at('whose', topic.whose),
    ...plansOf(topic).flatMap(({ path, text, outcome }) => [
      ...at(path, text),
      ...at(`${path}.outcome`, outcome?.text),
    ]),
    ...topic.figures.flatMap(({ id, label, of, note }) =>
      [label, of, note].flatMap((text) => at(`figures.${id}`, text)),
    ),
    ...(topic.thresholds ?? []).flatMap(({ id, text }) => at(`thresholds.${id}`, text)),
    ...topic.insights.flatMap(({ id, question, points }) => [
      ...at(`insights.${id}`, question),
      ...points.flatMap((point) => [
        ...at(`insights.${id}.${point.id}`, point.text),
        ...at(`insights.${id}.${point.id}.by`, point.by),
      ]),
    ]),
    ...topic.sources.flatMap(({ id, origin, via }) => [
      ...at(`sources.${id}`, origin),
      ...at(`sources.${id}`, via),
    ]),
  ];
}

function checkTexts(topic: Topic): TopicFlaw[] {
  return [
    ...spellings(topic.summary).flatMap((text) => {
      const word = DATING.exec(text)?.[0];
      return word ? [{ path: 'summary', message: `is not timeless: "${word}"` }] : [];
    }),
    ...textsOf(topic).flatMap(({ path, text }) => {
      const refused = REFUSED.exec(text)?.[0];
      return [
        ...(refused ? [{ path, message: `says "${refused}"` }] : []),
        ...(path.endsWith('.by') && NOBODY.test(text) ? [{ path, message: `"${text}" is nobody` }] : []),
      ];
    }),
    ...topic.insights.flatMap(({ id, question, points }) => {
      const earliest = points.map(({ date }) => (date ?? '9999').slice(0, 4)).sort()[0] ?? '9999';
      const years = spellings(question).flatMap((text) => text.match(/\b20\d\d\b/g) ?? []);
      const later = years.find((year) => year > earliest);
      return later
        ? [{ path: `insights.${id}`, message: `asks of ${later}, which its first point cannot know` }]
        : [];
    }),
  ];
}

function checkFigures({ figures }: Topic): TopicFlaw[] {
  return figures
    .filter(({ value, unit }) => value < 0 || value > (MOST[unit] ?? MOST_OF_ANY))
    .map(({ id, value, unit }) => ({
      path: `figures.${id}`,
      message: `${value} ${unit} is hardly what is meant`,
    }));
}

function checkTerms({ group, terms }: Topic, topics: Topic[]): TopicFlaw[] {
  // Rules have names of their own, in which the words for export controls may stand.
  const isCore = (name: string) => name !== 'export-controls' && CORE_GROUPS.some((core) => core === name);
  const names = topics.flatMap(({ group, terms }) => (isCore(group) ? terms.map(({ text }) => text) : []));
  const hidden = ({ text }: Term) => names.find((name) => text !== name && contains(text, name));
  return terms.flatMap((term) => {
    const isWord = WORDS.has(term.text.toLowerCase()) || /^\p{L}{1,2}$/u.test(latinOf(term));
    const name = CORE_GROUPS.some((core) => core === group) ? undefined : hidden(term);
    return [
      ...(isWord && !isRuled(term)
        ? [{ path: 'terms', message: `"${term.text}" is a word of its own: give it a context rule` }]
        : []),
      ...(name
        ? [
            {
              path: 'terms',
              message: `"${term.text}" hides the mention of "${name}" in it: the longest term wins`,
            },
          ]
        : []),
    ];
  });
}

/** Whether a name stands in a text, as words where its letters make words. */
function contains(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const isLetter = (letter = '') => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hangul}]/u.test(letter);
  const isInside = (outer: string | undefined, inner: string | undefined) =>
    isLetter(outer) && isLetter(inner);
  return at >= 0 && !isInside(text[at - 1], name[0]) && !isInside(text[at + name.length], name.at(-1));
}

/** The term, where it is written in letters that make words of many; in Chinese two are a name. */
function latinOf({ text }: Term): string {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(text) ? text : '';
}
