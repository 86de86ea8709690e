import type { Block } from './page-text';

/** A place in the page: a text node and an offset in it. */
export type Point = { node: Text; offset: number };

/**
 * The place of an offset of the block's text. At the seam of two nodes a `start` is the beginning of the
 * later node, an `end` the end of the earlier one: so a range covers no node it takes no text from.
 */
export function toPoint({ nodes, starts }: Block, offset: number, edge: 'start' | 'end'): Point {
  const last = edge === 'start' ? offset : offset - 1;
  let index = starts.length - 1;
  while (index && (starts[index] as number) > last) index--;
  const node = nodes[index] as Text;
  return { node, offset: Math.min(offset - (starts[index] as number), node.length) };
}
