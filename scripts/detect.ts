/**
 * `npm run --silent detect`: JSON lines `{id, lang?, text}` on standard input, JSON lines
 * `{id, mentions: [{start, end, topic, group}]}` on standard output, with the shipped packs and every mention.
 * Each text is a page of its own; blank lines separate its paragraphs. `--explain` adds to each mention the
 * topic whose card it opens, and to each line `verdicts`: every match, kept or refused, with the rule that decided.
 */
import { createInterface } from 'node:readline';
import { compileIndex } from '@/lib/detect/compile-index';
import { explainMentions } from '@/lib/detect/explain';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import { readShippedTopics } from './packs/read-shipped.ts';

const explain = process.argv.includes('--explain');
const compiled = compileIndex(readShippedTopics());
const index = loadWhole(compiled);

let lineNumber = 0;
for await (const line of createInterface({ input: process.stdin })) {
  lineNumber++;
  if (line.trim() === '') continue;
  const snippet = readSnippet(line, lineNumber);
  if (explain)
    console.log(
      JSON.stringify({ id: snippet.id, ...explainMentions(index, compiled.cueTexts, snippet.text) }),
    );
  else {
    const mentions = findMentions(index, snippet.text).map(({ start, end, topic, group }) => ({
      start,
      end,
      topic,
      group,
    }));
    console.log(JSON.stringify({ id: snippet.id, mentions }));
  }
}

function readSnippet(line: string, number: number): { id: unknown; text: string } {
  const snippet: unknown = JSON.parse(line);
  if (snippet && typeof snippet === 'object' && 'text' in snippet && typeof snippet.text === 'string') {
    return { id: 'id' in snippet ? snippet.id : null, text: snippet.text };
  }
  throw new Error(`Line ${number} has no text: each line is {"id": …, "text": "…"}.`);
}
