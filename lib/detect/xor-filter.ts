/**
 * A set of hashes as one byte for each and a quarter more: what is in it is never missed, and of the rest one of 256 is
 * taken for it. The byte of a hash is the exclusive or of three, one in each third of the filter (Graf and Lemire, "Xor
 * Filters", 2020). It answers in three looks, too dear for each word of a page: a bitmap is asked before it.
 */

/** The filter of these hashes; its length is a multiple of twelve. */
export function buildXorFilter(hashes: Iterable<number>): Uint8Array {
  const keys = [...new Set(hashes)];
  // Nearly always the first length serves: see the paper.
  for (let third = keys.length && Math.ceil(keys.length * 0.1025 + 3) * 4; ; third += 4) {
    const filter = new Uint8Array(third * 3);
    if (fill(filter, keys)) return filter;
  }
}

/** Whether a hash may be in the filter. */
export function mayContain(filter: Uint8Array, hash: number): boolean {
  const mixed = mix(hash);
  const third = filter.length / 3;
  const at = (which: number) => filter[slotOf(mixed, third, which)] as number;
  return printOf(mixed) === (at(0) ^ at(1) ^ at(2));
}

/** Gives each hash a slot that is its own once those after it are left out, and fills them from the last on. False where there is no such order. */
function fill(filter: Uint8Array, keys: number[]): boolean {
  const counts = new Uint32Array(filter.length);
  /** The exclusive or of the keys in a slot, by their numbers: where there is one, that one. */
  const numbers = new Uint32Array(filter.length);
  const mixed = keys.map(mix);
  const slotsOf = (number: number) =>
    [0, 1, 2].map((which) => slotOf(mixed[number] as number, filter.length / 3, which));
  const change = (slot: number, number: number, by: 1 | -1) => {
    numbers[slot] = (numbers[slot] as number) ^ number;
    counts[slot] = (counts[slot] as number) + by;
    return counts[slot] === 1;
  };
  keys.forEach((_, number) => {
    for (const slot of slotsOf(number)) change(slot, number, 1);
  });
  const single = [...counts.keys()].filter((slot) => counts[slot] === 1);
  const order: [slot: number, number: number][] = [];
  for (let slot = single.pop(); slot !== undefined; slot = single.pop()) {
    if (counts[slot] !== 1) continue;
    const number = numbers[slot] as number;
    order.push([slot, number]);
    single.push(...slotsOf(number).filter((other) => change(other, number, -1)));
  }
  if (order.length < keys.length) return false;
  for (const [slot, number] of order.reverse()) {
    filter[slot] = slotsOf(number).reduce(
      (rest, other) => rest ^ (filter[other] as number),
      printOf(mixed[number] as number),
    );
  }
  return true;
}

/** Where a mixed hash looks in one of the thirds: each takes it turned a little further. */
function slotOf(mixed: number, third: number, which: number): number {
  const turn = which * 11;
  return third * which + ((((mixed >>> turn) | (mixed << (32 - turn))) >>> 0) % third);
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
