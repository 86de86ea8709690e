import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hits } from '@/lib/db/find-notes';
import type { NoteOrder } from '@/lib/model/note-query';
import { Ranking } from '@/lib/notes/ranking';

type Found = { score: number; at: number; id: string };

const FEW = fc.integer({ min: 1, max: 4 });
const list = fc.array(fc.record({ score: FEW, at: FEW }), { maxLength: 60 });

function toHits(vault: Hits['vault'], found: readonly Found[]): Hits {
  return {
    vault,
    count: found.length,
    // Longer than what was found, as a search leaves them.
    scores: Float64Array.from([...found.map(({ score }) => score), 99]),
    ats: Float64Array.from([...found.map(({ at }) => at), 99]),
    idAt: (hit) => found[hit]?.id ?? '',
  };
}

describe('Ranking', () => {
  it('gives any places, asked for in any order, as a full sort would', () => {
    fc.assert(
      fc.property(
        list,
        list,
        fc.constantFrom<NoteOrder>('relevance', 'date'),
        fc.array(fc.tuple(fc.nat(130), fc.nat(70)), { minLength: 1, maxLength: 6 }),
        (own, shared, order, asked) => {
          const name = (prefix: string, each: Omit<Found, 'id'>, at: number) => ({
            ...each,
            // Not in the order in which they are found.
            id: `${prefix}${String((at * 37) % 101).padStart(3, '0')}`,
          });
          const parts = [
            own.map((each, at) => name('a', each, at)),
            shared.map((each, at) => name('b', each, at)),
          ];
          const ranking = new Ranking(
            [toHits('own', parts[0] ?? []), toHits('shared', parts[1] ?? [])],
            order,
          );
          const sorted = parts
            .flat()
            .sort(
              (a, b) => (order === 'date' ? 0 : b.score - a.score) || b.at - a.at || (a.id < b.id ? -1 : 1),
            )
            .map(({ id }) => ({ id, vault: id.startsWith('a') ? 'own' : 'shared' }));
          expect(ranking.count).toBe(sorted.length);
          for (const [from, length] of asked)
            expect(ranking.slice(from, from + length)).toEqual(sorted.slice(from, from + length));
        },
      ),
    );
  });

  it('has nothing at places that there are not', () => {
    const ranking = new Ranking([toHits('own', [{ score: 1, at: 1, id: 'a' }])], 'relevance');
    expect(ranking.slice(1, 50)).toEqual([]);
    expect(ranking.slice(-1, 50)).toEqual([{ id: 'a', vault: 'own' }]);
  });
});
