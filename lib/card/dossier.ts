import type { Note } from '@/lib/model/note';
import type { TimelineEvent } from '@/lib/model/pack';
import { type Division, outsideFold } from '@/lib/time/as-of';
import { type CoarseDate, compareDates, sortKey } from '@/lib/time/coarse-date';

/**
 * What stands in a dossier under one date: a note, by its article's date, or where it is an event of the reader's own by
 * that of the event; or an event of the topic.
 */
export type DossierEntry =
  | { is: 'note'; date: CoarseDate; note: Note }
  | { is: 'event'; date: CoarseDate | null; event: TimelineEvent };

/** The reader's notes on a topic among its events, newest first. `undated`: notes on no article, or on one without a date. */
export type Dossier = { known: DossierEntry[]; since: DossierEntry[]; undated: Note[] };

/** Composes the dossier of a divided topic. Law: nothing dated after the division's date stands outside `since`. */
export function composeDossier(division: Division, notes: readonly Note[]): Dossier {
  const dossier: Dossier = { known: [], since: [], undated: [] };
  const { date } = division;
  for (const note of notes) {
    const day = note.event?.date ?? note.target?.published ?? null;
    if (day === null) dossier.undated.push(note);
    else {
      const isLater = date !== null && compareDates(day, date) > 0;
      dossier[isLater ? 'since' : 'known'].push({ is: 'note', date: day, note });
    }
  }
  const toEntry = (event: TimelineEvent): DossierEntry => ({ is: 'event', date: event.date ?? null, event });
  dossier.known.push(...outsideFold(division).events.map(toEntry));
  dossier.since.push(...division.since.events.map(toEntry));
  dossier.known.sort(byNewest);
  dossier.since.sort(byNewest);
  return dossier;
}

/** An event before the notes of its day, since they may be about it; what has no date last. */
function byNewest(a: DossierEntry, b: DossierEntry): number {
  const [left, right] = [a, b].map(({ date }) => (date === null ? '' : sortKey(date))) as [string, string];
  return left === right ? Number(a.is === 'note') - Number(b.is === 'note') : left < right ? 1 : -1;
}
