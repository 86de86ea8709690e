/** Small whole numbers as a set, a bit each: cues or topics by number. Asked of every cue of a block, many times over. */
export type NumberSet = Uint8Array;

export function toNumberSet(numbers: number[]): NumberSet {
  const set = new Uint8Array((Math.max(...numbers, 0) >> 3) + 1);
  for (const number of numbers) set[number >> 3] = (set[number >> 3] as number) | (1 << (number & 7));
  return set;
}

/** Whether the number is one of the set. */
export function hasNumber(set: NumberSet, number: number): boolean {
  return (((set[number >> 3] ?? 0) >> (number & 7)) & 1) > 0;
}

/** The numbers of the set, rising. */
export function numbersIn(set: NumberSet): number[] {
  return Array.from({ length: set.length * 8 }, (_, number) => number).filter((number) =>
    hasNumber(set, number),
  );
}
