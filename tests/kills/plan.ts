/** What the reader does before something is killed: drawn from the seed. */
import type { Chance } from '@/tests/sim/random';
import type { Ledger } from './ledger';
import type { Act } from './page';
import type { Wording } from './spell';

const ACTS = 12;
const LANES = 2;
const MOST_IMPORTED = 25;
const DAY_MS = 86_400_000;

/** The lane of notes in the shared vault. */
const SHARED = LANES;

/** Draws the acts of the lanes, which never write the same note, and tells the ledger of them. `next` gives numbers to acts. */
export function planLanes(chance: Chance, ledger: Ledger, next: () => number): Act[][] {
  return Array.from({ length: LANES + 1 }, (_, lane) => {
    const acts: Act[] = [];
    const present = ledger.listNotes().filter(({ key }) => /^[nis]/.test(key) && laneOf(key) === lane);
    for (let count = 0; count < ACTS; count += 1) {
      const act = planAct(chance, present, lane, next());
      ledger.expect(act);
      acts.push(act);
    }
    return acts;
  });
}

function planAct(
  chance: Chance,
  present: { key: string; hidden: boolean }[],
  lane: number,
  number: number,
): Act {
  const drawn = chance.next();
  const note = chance.pick(present);
  if (drawn < 0.06 && lane !== SHARED) {
    const size = 2 + chance.below(MOST_IMPORTED);
    const wordings = Array.from({ length: size }, (_, at) => {
      return { key: `i${number * LANES + lane}-${at}`, act: number, letters: drawLetters(chance) };
    });
    return { number, does: 'import', wordings };
  }
  if (drawn < 0.12 && lane === 0) return { number, does: 'backup', at: backupTime(number) };
  if (drawn < 0.5 && note) {
    if (note.hidden || chance.hits(0.2)) {
      note.hidden = !note.hidden;
      return { number, does: note.hidden ? 'hide' : 'show', key: note.key };
    }
    return { number, does: 'edit', wording: { key: note.key, act: number, letters: drawLetters(chance) } };
  }
  const key = lane === SHARED ? `s${number}` : `n${number * LANES + lane}`;
  const wording: Wording = { key, act: number, letters: drawLetters(chance) };
  present.push({ key: wording.key, hidden: false });
  return { number, does: 'create', wording };
}

/** When the backup of an act is made, milliseconds since 1970: each on a day of its own. */
export function backupTime(number: number): number {
  return Date.UTC(2026, 10, 1) + number * DAY_MS;
}

/** Mostly a few lines; now and then a text that no single block of a disk holds. */
export function drawLetters(chance: Chance): number {
  return chance.hits(0.1) ? 2_000 + chance.below(40_000) : 20 + chance.below(400);
}

/** Each note belongs to the lane that made it. */
function laneOf(key: string): number {
  return key.startsWith('s') ? SHARED : Number(/\d+/.exec(key)?.[0] ?? 0) % LANES;
}
