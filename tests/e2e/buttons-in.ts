import type { SerializedAXNode } from 'puppeteer-core';

/** The buttons at and below a node of the accessibility tree, in its order. */
export function buttonsIn(node: SerializedAXNode | null): SerializedAXNode[] {
  if (node === null) return [];
  return [...(node.role === 'button' ? [node] : []), ...(node.children ?? []).flatMap(buttonsIn)];
}
