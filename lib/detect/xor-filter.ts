/**
 * A set of hashes, each with what is told of it, as a byte and a half for each and a quarter more: what is in it is never
 * missed, and of the rest one of 256 is taken for it. The byte of a hash is the exclusive or of three, one in each third of the
 * filter (Graf and Lemire, "Xor Filters", 2020), and so is its nibble, which stands behind all bytes. It answers in three
 * looks, too dear for each word of a page: a bitmap is asked before it.
 */

/** The filter of these hashes, with a number below sixteen for each; its length is a multiple of 36. */
export function buildXorFilter(told: ReadonlyMap<number, number>): Uint8Array {
  const hashes = [...told.keys()];
  // Nearly always the first length serves: see the paper.
  for (let third = hashes.length && Math.ceil(hashes.length * 0.05125 + 1.5) * 8; ; third += 8) {
    const order = orderSlots(hashes.map(mix), third);
    if (!order) continue;
    const filter = new Uint8Array(third * 4.5);
    const slots = new Uint16Array(third * 3);
    for (const [slot, number] of order.reverse()) {
      const mixed = mix(hashes[number] as number);
      const value = (printOf(mixed) << 4) | (told.get(hashes[number] as number) as number);
      slots[slot] = slotsOf(mixed, third).reduce((rest, other) => rest ^ (slots[other] as number), value);
    }
    slots.forEach((value, slot) => {
      filter[slot] = value >> 4;
      const at = slots.length + (slot >> 1);
      filter[at] = (filter[at] as number) | ((value & 15) << ((slot & 1) * 4));
    });
    return filter;
  }
}

/** What is told of a hash that may be in the filter; -1 of one that is not. */
export function toldOf(filter: Uint8Array, hash: number): number {
  const mixed = mix(hash);
  const third = filter.length / 4.5;
  let value = 0;
  for (let which = 0; which < 3; which++) {
    const slot = slotOf(mixed, third, which);
    const nibbles = filter[third * 3 + (slot >> 1)] as number;
    value ^= ((filter[slot] as number) << 4) | ((nibbles >> ((slot & 1) * 4)) & 15);
  }
  return value >> 4 === printOf(mixed) ? value & 15 : -1;
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
  return Math.imul(mixed, 0x9e3779b1) >>> 24;
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
