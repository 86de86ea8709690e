/**
 * A set of hashes, each with what is told of it, in ten bits for each and a quarter more: what is in it is never missed, and of the
 * rest one of 64 is taken for it. What is kept of a hash is the exclusive or of three slots, one in each third of the filter (Graf and
 * Lemire, "Xor Filters", 2020). It answers in three looks, too dear for each word of a page: a bitmap is asked before it.
 */

/** Bits of a slot: six of a hash, and four of what is told of it. */
const SLOT = 10;

/**
 * The filter of these hashes, with a number below sixteen for each; its length is a multiple of 60. None of the `others` is taken
 * for one of them, unless its hash is one: each stands in the filter as well, with a wrong print.
 */
export function buildXorFilter(told: ReadonlyMap<number, number>, others: Iterable<number> = []): Uint8Array {
  const hashes = [...new Set([...told.keys(), ...others])];
  // Nearly always the first length serves: see the paper.
  for (let third = hashes.length && Math.ceil(hashes.length * 0.025625 + 0.75) * 16; ; third += 16) {
    const order = orderSlots(hashes.map(mix), third);
    if (!order) continue;
    const filter = new Uint8Array((third * 3 * SLOT) / 8);
    const slots = new Uint16Array(third * 3);
    for (const [slot, number] of order.reverse()) {
      const mixed = mix(hashes[number] as number);
      const known = told.get(hashes[number] as number);
      const value = known === undefined ? (printOf(mixed) ^ 1) << 4 : (printOf(mixed) << 4) | known;
      slots[slot] = slotsOf(mixed, third).reduce((rest, other) => rest ^ (slots[other] as number), value);
    }
    slots.forEach((value, slot) => {
      const bit = slot * SLOT;
      for (const [byte, part] of [value << (bit & 7), (value << (bit & 7)) >> 8].entries()) {
        const at = (bit >> 3) + byte;
        filter[at] = (filter[at] as number) | part;
      }
    });
    return filter;
  }
}

/** What is told of a hash that may be in the filter; -1 of one that is not. */
export function toldOf(filter: Uint8Array, hash: number): number {
  const mixed = mix(hash);
  const third = (filter.length / 30) * 8;
  let value = 0;
  // `slotOf`, without the calls.
  for (let turned = mixed, first = 0; first < third * 3; first += third) {
    const bit = (first + ((((turned >>> 12) * third) / 0x100000) | 0)) * SLOT;
    const at = bit >> 3;
    value ^= ((filter[at] as number) | ((filter[at + 1] as number) << 8)) >> (bit & 7);
    turned = (turned >>> 11) | (turned << 21);
  }
  return ((value >> 4) & 63) === printOf(mixed) ? value & 15 : -1;
}

/**
 * For each number of a mixed hash a slot that is its own once those behind it in the order are left out; null where there is no such
 * order.
 */
function orderSlots(mixed: number[], third: number): [slot: number, number: number][] | null {
  const counts = new Uint32Array(third * 3);
  /** The exclusive or of the numbers in a slot: where there is one, that one. */
  const numbers = new Uint32Array(third * 3);
  const change = (slot: number, number: number, by: 1 | -1) => {
    numbers[slot] = (numbers[slot] as number) ^ number;
    counts[slot] = (counts[slot] as number) + by;
    return counts[slot] === 1;
  };
  mixed.forEach((one, number) => {
    for (const slot of slotsOf(one, third)) change(slot, number, 1);
  });
  const single = [...counts.keys()].filter((slot) => counts[slot] === 1);
  const order: [slot: number, number: number][] = [];
  for (let slot = single.pop(); slot !== undefined; slot = single.pop()) {
    if (counts[slot] !== 1) continue;
    const number = numbers[slot] as number;
    order.push([slot, number]);
    single.push(...slotsOf(mixed[number] as number, third).filter((other) => change(other, number, -1)));
  }
  return order.length < mixed.length ? null : order;
}

function slotsOf(mixed: number, third: number): number[] {
  return [0, 1, 2].map((which) => slotOf(mixed, third, which));
}

/** Where a mixed hash looks in one of the thirds: each takes it turned a little further. */
function slotOf(mixed: number, third: number, which: number): number {
  const turn = which * 11;
  const turned = (mixed >>> turn) | (mixed << (32 - turn));
  // A share of the third by twenty bits: a remainder takes many times as long.
  return third * which + ((((turned >>> 12) * third) / 0x100000) | 0);
}

function printOf(mixed: number): number {
  return Math.imul(mixed, 0x9e3779b1) >>> 26;
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
