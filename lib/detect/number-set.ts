/**
 * Small whole numbers as a set: cues or topics. Asked of every cue of a block, many times over, so a flag each says
 * whether a number is one of them; made when a set is first asked, for a page asks few of the many there are.
 */
export type NumberSet = { readonly numbers: number[]; flags: Uint8Array | null };

export function toNumberSet(numbers: number[]): NumberSet {
  return { numbers, flags: null };
}

/** Whether the number is one of the set, and not of the other. */
export function hasNumber(set: NumberSet, number: number, except?: NumberSet): boolean {
  if (!set.flags) {
    set.flags = new Uint8Array(Math.max(...set.numbers, 0) + 1);
    for (const one of set.numbers) set.flags[one] = 1;
  }
  return set.flags[number] === 1 && !(except && hasNumber(except, number));
}
