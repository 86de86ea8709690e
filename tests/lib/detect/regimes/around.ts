import type { Span } from '@/lib/detect/regimes/decide-regime';

/** The text around a name in brackets: it without them, and where the name begins and ends. */
export function around(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('[');
  return [marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1];
}

/** The same around names in brackets and a mention in braces: the text without them, and where each begins and ends. */
export function aroundMention(marked: string): { text: string; names: Span[]; mention: Span } {
  const names: Span[] = [];
  let mention: Span = [0, 0];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const start = text.length;
    text += part.replace(/[[\]{}]/g, '');
    if (part.startsWith('[')) names.push([start, text.length]);
    if (part.startsWith('{')) mention = [start, text.length];
  }
  return { text, names, mention };
}
