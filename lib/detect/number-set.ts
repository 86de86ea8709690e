/**
 * Small whole numbers as a set: cues or topics. Asked of every cue of a block, many times over, so a bit each says
 * whether a number is one of them; made when a set is first asked, for a page asks few of the many there are.
 */
export type NumberSet = { readonly numbers: number[]; bits: Uint8Array | null };

export function toNumberSet(numbers: number[]): NumberSet {
  return { numbers, bits: null };
}

/** Whether the number is one of the set. */
export function hasNumber(set: NumberSet, number: number): boolean {
  set.bits ??= toBits(set.numbers);
  return (((set.bits[number >> 3] ?? 0) >> (number & 7)) & 1) > 0;
}

function toBits(numbers: number[]): Uint8Array {
  const bits = new Uint8Array((Math.max(...numbers, 0) >> 3) + 1);
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] as number) | (1 << (number & 7));
  return bits;
}
