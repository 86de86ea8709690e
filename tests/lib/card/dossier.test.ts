import { describe, expect, it } from 'vitest';
import { composeDossier, type DossierEntry } from '@/lib/card/dossier';
import { asOf } from '@/lib/time/as-of';
import { earliestDay } from '@/lib/time/earliest-day';
import { makeNote, makeTarget, makeTopic, testId } from '@/tests/builders';

const event = (id: string, date: string) => ({
  id,
  text: id,
  date,
  status: 'happened' as const,
  sources: [],
});
const topic = makeTopic({
  events: [event('march', '2025-03'), event('september', '2025-09-18'), event('later', '2026-01-02')],
});
const noteOf = (number: number, published: string | null) =>
  makeNote({ id: `note:${testId('n', number)}`, target: makeTarget({ published }) });
const [same, early, late, none] = [
  noteOf(1, '2025-09-18'),
  noteOf(2, '2025-05-01'),
  noteOf(3, '2026-02-01'),
  noteOf(4, null),
];
const names = (entries: DossierEntry[]) =>
  entries.map((entry) => (entry.is === 'note' ? entry.note.id : entry.event.id));

describe('a dossier', () => {
  it('has notes among events, newest first, an event before the notes of its day', () => {
    const { known } = composeDossier(asOf(topic, '2025-10-01'), [early, same]);
    expect(names(known)).toEqual(['september', same.id, early.id, 'march']);
  });

  it('keeps what is dated after its date apart, notes by their article', () => {
    const { known, since } = composeDossier(asOf(topic, '2025-10-01'), [late, same]);
    expect(names(since)).toEqual([late.id, 'later']);
    expect(names(known)).not.toContain(late.id);
  });

  it('holds nothing back without a date', () => {
    expect(composeDossier(asOf(topic, null), [late, same]).since).toEqual([]);
  });

  it("has an event of the reader's own by its date, not by that of the article it was read in", () => {
    const own = (date: string) => makeNote({ ...late, event: { date, text: 'licensed' } });
    const division = asOf(topic, '2025-10-01');
    expect(names(composeDossier(division, [own('2025-09')]).known)).toEqual([late.id, 'september', 'march']);
    expect(composeDossier(division, [own('2025-09')]).since.map(({ is }) => is)).toEqual(['event']);
    expect(names(composeDossier(division, [own('2025-11')]).since)).toEqual(['later', late.id]);
    expect(
      composeDossier(division, [makeNote({ target: null, event: { date: '2025', text: 'x' } })]).undated,
    ).toEqual([]);
  });

  it('lists apart the notes that no article dates', () => {
    const onNoPage = makeNote({ target: null });
    expect(composeDossier(asOf(topic, '2025-10-01'), [none, onNoPage]).undated).toEqual([none, onNoPage]);
  });
});

describe('earliestDay', () => {
  it('is the first day of the earliest date of all', () => {
    expect(earliestDay(topic)).toBe('2025-03-01');
    expect(earliestDay(makeTopic({ facts: [], events: [] }))).toBeNull();
  });
});
