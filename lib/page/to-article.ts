/** What is known of an article, out of what its page says. Runs in pages of the extension, on texts alone. */
import type { ArticleFacts, PageFacts } from '@/lib/messages/page';
import { canonicalAddress } from './canonical-address';

/** Nothing on the web is older; a date before it is a server's zero. */
const FIRST_DAY = '1995-01-01';
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|WebPage)$/;

/** The facts of a page with canonical address, day of publication, and language if it is one; `today` is `YYYY-MM-DD`. */
export function toArticle({ written, linked, ...facts }: PageFacts, today: string): ArticleFacts {
  const isTag = /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(facts.language);
  const canonical = canonicalAddress(facts.url, linked);
  return {
    ...facts,
    canonical,
    language: isTag ? facts.language : '',
    published: publishedDate(written, today),
  };
}

/**
 * The day of publication (or month, where the page says no more) as the page writes it, without moving it to
 * another time zone: of the texts first JSON-LD, then the others in their order. Null where none can be true.
 */
export function publishedDate(written: string[], today: string): string | null {
  const isData = (text: string) => /^\s*[[{]/.test(text);
  const dates = [...written.filter(isData).flatMap(datesOfData), ...written.filter((text) => !isData(text))];
  for (const date of dates) {
    const [, year, month, dayOfMonth] = /^\s*(\d{4})-?(\d\d)(?:-?(\d\d))?(?!\d)/.exec(`${date}`) ?? [];
    const day = [year, month, dayOfMonth].filter(Boolean).join('-');
    // A day that is in no calendar is no date to Firefox, and another day to Chromium.
    if (day >= FIRST_DAY && day <= today && new Date(day).toJSON()?.startsWith(day)) return day;
  }
  return null;
}

function datesOfData(text: string): unknown[] {
  try {
    return [...articleDates(JSON.parse(text))];
  } catch {
    // Broken or bottomless JSON-LD is as good as none: the page is not ours to mend.
    return [];
  }
}

/** Dates of all articles in a value, outer ones first. */
function* articleDates(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || !value) return;
  const { '@type': type, datePublished } = value as Record<string, unknown>;
  if ([type].flat().some((name) => ARTICLE_TYPE.test(`${name}`))) yield datePublished;
  for (const inner of Object.values(value)) yield* articleDates(inner);
}
