/**
 * The words of the first view: the five lines as the card's component and the demo's text show them, so
 * that both say the same. At most `FIRST_VIEW_WORDS` words in all; longer pack texts end with "…".
 */
import type { ReadText } from '@/lib/model/read-text';
import { type CoarseDate, precisionOf } from '@/lib/time/coarse-date';
import { formatDate, formatMonth, type Translate } from '@/lib/time/format-date';
import type { FirstView, KnownLine, QuestionLine } from './first-view';
import { countWords, fitWords } from './fit-words';
import { withoutDate } from './sources-of';
import { kindWord, type Mark, markWord } from './words';

/** Most words of the pack that the five lines may have together; headings, dates and counts are not among them. */
export const FIRST_VIEW_WORDS = 60;

/** Each part of the five lines in words; the parts of a line stand side by side. */
export type FirstViewText = {
  name: ReadText;
  otherName: ReadText | null;
  kind: string;
  whose: ReadText | null;
  summary: ReadText;
  knownHeading: string;
  known: {
    text: ReadText;
    date: string | null;
    mark: Mark;
    markWord: string;
    origin: ReadText | null;
    /** Says that only weak pages carry it. */
    reported: string | null;
    due: string | null;
  } | null;
  question: { text: ReadText; views: string } | null;
  since: string | null;
  factsTo: string;
  /** Says that some of it is a translation. */
  translated: string | null;
};

const FACTS_TO = { within: 'card.factsTo', article: 'card.beyond', date: 'card.beyondDate' } as const;

/** The first view in words. */
export function firstViewText(view: FirstView, t: Translate): FirstViewText {
  const texts = [view.summary, view.known?.text, view.question?.text];
  const whole: FirstViewText = {
    name: view.name,
    otherName: view.otherName,
    kind: kindWord(view.kind, t),
    whose: view.whose,
    summary: view.summary,
    knownHeading: knownHeading(view.articleDate, t),
    known: view.known && knownText(view.known, t),
    question: view.question && {
      text: view.question.text,
      views: viewsText(view.question, view.articleDate, t),
    },
    since: sinceText(view, t),
    factsTo: t(FACTS_TO[view.beyond ?? 'within'], [formatMonth(view.knownUntil, t)]),
    translated: texts.some((text) => text?.isTranslation) ? t('card.translated') : null,
  };
  return fitLines(whole);
}

/** The five lines as plain text, for a terminal. */
export function firstViewLines(view: FirstView, t: Translate): string[] {
  const text = firstViewText(view, t);
  const beside = (...parts: (string | null | undefined)[]) => parts.filter((part) => part).join(' · ');
  const { known, question } = text;
  return [
    beside(text.name.text, text.otherName?.text, text.kind, text.whose?.text),
    text.summary.text,
    beside(
      `${text.knownHeading}: ${known?.text.text ?? t('card.nothingKnown')}`,
      ...(known ? [known.due, known.date, known.markWord, known.origin?.text, known.reported] : []),
    ),
    question ? beside(question.text.text, question.views) : '',
    beside(text.since, text.factsTo, text.translated),
  ].filter((line) => line !== '');
}

/** The heading over what an article of that day could know. */
export function knownHeading(articleDate: CoarseDate | null, t: Translate): string {
  if (articleDate === null) return t('card.knownUndated');
  const key = precisionOf(articleDate) === 'day' ? 'card.knownOn' : 'card.knownIn';
  return t(key, [formatDate(articleDate, t)]);
}

/** How many views a question has; without an article date there is no then and since. */
function viewsText(
  views: Pick<QuestionLine, 'thenCount' | 'sinceCount'>,
  articleDate: CoarseDate | null,
  t: Translate,
): string {
  if (articleDate === null) return t('card.views', views.thenCount);
  if (views.sinceCount === 0) return t('card.viewsThen', views.thenCount);
  return t('card.viewsThenSince', views.thenCount, [String(views.thenCount), String(views.sinceCount)]);
}

function knownText(known: KnownLine, t: Translate): NonNullable<FirstViewText['known']> {
  const { mark } = known;
  const date = known.date === null ? null : formatDate(known.date, t);
  // "Announced on 18 Sep 2025" has said it.
  const isSaid = date !== null && known.text.text.includes(date);
  return {
    text: known.text,
    date: isSaid ? null : date,
    mark,
    markWord: markWord(mark, t),
    origin: known.origin && { ...known.origin, text: withoutDate(known.origin.text) },
    reported: known.isReportedOnly ? t('card.reportedOnly') : null,
    due: known.plan?.is === 'overdue' ? t('card.overdue', [formatDate(known.plan.due, t)]) : null,
  };
}

function sinceText(view: FirstView, t: Translate): string | null {
  if (view.since) return t('card.sinceThenTo', [String(view.since.count), formatMonth(view.since.to, t)]);
  return view.articleDate === null || view.beyond ? null : t('card.nothingSince');
}

/** Fewest words that each part is cut down to while another can still give way. */
const FLOOR = { summary: 9, question: 8, known: 16 };

/**
 * Shortens summary, statement and question until everything fits, each to its floor first. The summary gives
 * way before the statement: it stands whole in Background, and a statement may lose its reservation ("a licence
 * is still needed") with its end.
 */
function fitLines(text: FirstViewText): FirstViewText {
  const { known, question, summary } = text;
  // Headings, dates and counts are looked at, not read: the words are the pack's own.
  const fixed = [text.name.text, text.kind, text.whose?.text, known?.markWord, known?.origin?.text];
  // The same name in another script is one thing to read, however many characters it has.
  const taken = fixed.reduce((sum, part) => sum + countWords(part ?? ''), text.otherName ? 1 : 0);
  const room = Math.max(0, FIRST_VIEW_WORDS - taken);
  const words = {
    question: countWords(question?.text.text ?? ''),
    summary: countWords(summary.text),
    known: countWords(known?.text.text ?? ''),
  };
  for (const floor of [FLOOR, { question: 1, summary: 1, known: 1 }]) {
    for (const part of ['summary', 'known', 'question'] as const) {
      const over = words.question + words.summary + words.known - room;
      if (over > 0) words[part] = Math.max(Math.min(words[part], floor[part]), words[part] - over);
    }
  }
  const shorten = (read: ReadText, most: number): ReadText => ({ ...read, text: fitWords(read.text, most) });
  return {
    ...text,
    summary: shorten(summary, words.summary),
    known: known && { ...known, text: shorten(known.text, words.known) },
    question: question && { ...question, text: shorten(question.text, words.question) },
  };
}
