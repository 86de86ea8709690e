/**
 * When the article of a page was published, out of the dates that the page gives. A wrong date is worse than none: it
 * would show as known what was not. So all that is said must agree, and what is a list, a wiki or of the future has none.
 */
import type { ArticleDate, PageFacts, Written } from '@/lib/messages/page';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { addressDate, originalAddress } from './address-date';
import { canonicalAddress } from './canonical-address';
import { daysBetween } from './days-between';
import { readDay } from './read-day';
import { readJsonLd } from './read-json-ld';

/** Nothing on the web is older; a date before it is a server's zero. */
const FIRST_DAY = '1995-01-01';
const MONTH_LENGTH = 'YYYY-MM'.length;
/** Two dates as far apart as this can be the same moment in two time zones, or written and sent. */
const SAME_DAYS = 2;

// Names of meta elements, letters only.
const FOREIGN = /^(?:video|music|book|event|un)/;
const PUBLISHED =
  /published(?:time|date|at|on)?$|publish(?:time|date)$|pub(?:lication)?date$|datepublished|issued$|^citationdate$|^p(?:date|time)$/;
/** Sites use these for the last change as well. */
const VAGUE = /^(?:date|sailthrudate|dc(?:terms)?date)$/;
const UPDATED = /modif|updat/;
/** The same in the words before a date, in the languages that readers of this news are likely to meet. */
const UPDATED_WORDS =
  /modif|updat|aktualisiert|stand:|mis à jour|actualizad|aggiornat|atualizad|更新|修改|обновл/i;
/** "Feb. 23, 2015 -- " or "SHENZHEN, Sept. 18, 2025 /Wire/ -- " before the first sentence. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}., ]+, )?(?:\p{Lu}\p{Ll}+\.? \d\d?, |\d\d? \p{Lu}\p{Ll}+\.? )\d{4} ?(?:--|[–—/(])/u;
const POSTED = /^(?:first )?(?:posted|published|veröffentlicht|publié|publicado|pubblicato)\b|^发(?:布|表)/i;
const DATE_WORDS =
  /(?<!\p{L})(?:[tz]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*|at|on|of|st|nd|rd|th|[ap]m?|m|[A-Z]{2,4}|年|月|日)(?!\p{L})/giu;

type Claim = { from: Written['from'] | 'address'; date: CoarseDate; says: 'published' | 'vague' | 'updated' };

/** What the page's dates come to; `today` is `YYYY-MM-DD`. */
export function decideDate(facts: PageFacts, today: string): ArticleDate {
  if (facts.written.some(({ label }) => label === 'generator')) return none('living');
  const addresses = [facts.url, canonicalAddress(facts.url, facts.linked)];
  const data = readJsonLd(textsOf(facts, 'json-ld'), addresses);
  if (data.is === 'several' || (facts.isList && data.is !== 'article') || isFront(facts.url))
    return none('several');

  const all = [
    ...data.published.flatMap((text) => toClaim('json-ld', text, 'published')),
    ...data.updated.flatMap((text) => toClaim('json-ld', text, 'updated')),
    ...facts.written.filter(({ from }) => from === 'meta').flatMap(readMeta),
    ...facts.written.filter(({ from }) => from === 'time').flatMap(readTime),
    ...addresses
      .flatMap((address) => addressDate(address) ?? [])
      .slice(0, 1)
      .flatMap((date) => ({ from: 'address' as const, date, says: 'published' as const })),
  ];
  const claims = withoutUpdates(all);
  const early = claims.find(({ date }) => date < FIRST_DAY);
  if (early) return none('early', early.date);
  // In the east of the reader it may be tomorrow already.
  const future = claims.find(({ date }) => daysBetween(today, date) > 1);
  if (future) return none('future', future.date);

  const [first] = claims;
  // A month in an address is often that of a folder: it can only bear others out.
  if (!first || (first.from === 'address' && first.date.length === MONTH_LENGTH)) return none('silent');
  const sorted = claims.map(({ date }) => date).sort();
  const oldest = sorted[0] as CoarseDate;
  const newest = sorted.at(-1) as CoarseDate;
  if (daysBetween(oldest, newest) > SAME_DAYS) return none('differ', oldest, newest);
  const chosen = claims.find(({ date }) => date.length > MONTH_LENGTH) ?? first;
  const { date, from } = chosen;
  return { is: 'found', date, from, updated: updatedAfter(date, all) };
}

function none(why: Extract<ArticleDate, { is: 'none' }>['why'], ...dates: CoarseDate[]): ArticleDate {
  return { is: 'none', why, dates };
}

function textsOf({ written }: PageFacts, from: Written['from']): string[] {
  return written.filter((one) => one.from === from).map(({ text }) => text);
}

function isFront(url: string): boolean {
  const { pathname, search } = new URL(originalAddress(url));
  return /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?|index\.\w+)?$/i.test(pathname) && search === '';
}

function toClaim(from: Claim['from'], text: string, says: Claim['says']): Claim[] {
  const date = readDay(text);
  return date === null ? [] : [{ from, date, says }];
}

function readMeta({ label, text }: Written): Claim[] {
  const name = label.replaceAll(/[^a-z]/g, '');
  if (FOREIGN.test(name)) return [];
  if (UPDATED.test(name)) return toClaim('meta', text, 'updated');
  if (PUBLISHED.test(name)) return toClaim('meta', text, 'published');
  return VAGUE.test(name) ? toClaim('meta', text, 'vague') : [];
}

function readTime({ label, text }: Written): Claim[] {
  if (label === 'dateline') return DATELINE.test(text) ? toClaim('time', text, 'vague') : [];
  if (UPDATED_WORDS.test(label)) return toClaim('time', text, 'updated');
  if (label.startsWith('datepublished')) return toClaim('time', text, 'published');
  if (!label.startsWith('time ') && !POSTED.test(text) && !isDateAlone(text)) return [];
  return toClaim('time', text, UPDATED_WORDS.test(text) ? 'updated' : 'vague');
}

/** Whether a text is a date with the time, the weekday and the writer's name at most: other words may be about another day. */
function isDateAlone(text: string): boolean {
  return !/\p{L}/u.test(text.replace(/\bby .*/i, '').replaceAll(DATE_WORDS, ''));
}

/** What is said of the publication. A vague date that is the day of the last change may be said of that. */
function withoutUpdates(all: readonly Claim[]): Claim[] {
  const updates = new Set(all.filter(({ says }) => says === 'updated').map(({ date }) => date));
  return all.filter(({ says, date }) => says === 'published' || (says === 'vague' && !updates.has(date)));
}

function updatedAfter(date: CoarseDate, all: readonly Claim[]): CoarseDate | null {
  const last = all
    .filter(({ says }) => says === 'updated')
    .map((claim) => claim.date)
    .sort()
    .at(-1);
  return last !== undefined && daysBetween(date, last) > 1 ? last : null;
}
