import { countNotes, listNotes } from '@/lib/db/notes';
import { releaseChanges } from '@/lib/db/write-notes';
import type { Note } from '@/lib/model/note';
import { randomId } from '@/lib/notes/random-id';
import { todayOf } from '@/lib/time/format-date';
import { exportNotes } from './export-notes';
import { writeTexts } from './file-parts';
import { tellNotes, type Words } from './tell-notes';

/** What the reader's notes can be written out as. */
export const EXPORT_FORMATS = ['backup', 'jsonLd', 'markdown', 'markdownZip', 'csv', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to save, and how many notes are in it. */
export type ExportedFile = { name: string; content: Blob; count: number };

const FILES: Record<ExportFormat, { ending: string; type: string }> = {
  backup: { ending: '.json', type: 'application/json' },
  jsonLd: { ending: '.jsonld', type: 'application/ld+json' },
  markdown: { ending: '.md', type: 'text/markdown' },
  markdownZip: { ending: '-markdown.zip', type: 'application/zip' },
  csv: { ending: '.csv', type: 'text/csv' },
  html: { ending: '.html', type: 'text/html' },
};

/**
 * The notes of the reader's own vault as a file, newest first; hidden ones in the backup alone. To be done beside a page
 * (see lib/apart): of many notes it is one long step, and takes much memory. Throws what the database throws.
 */
export async function exportAs(format: ExportFormat, words: Words, now: Date): Promise<ExportedFile> {
  const { ending, type } = FILES[format];
  const name = `notes-${todayOf(now)}${ending}`;
  if (format === 'backup') return { name, content: await exportNotes(), count: await countNotes() };
  // These files name the changes that their texts come from: none of them may be rewritten any more.
  if (format === 'jsonLd' || format === 'csv') await releaseChanges(() => {});
  const notes = await listNotes();
  const content =
    format === 'markdownZip'
      ? (await import('./to-zip')).toZip(await tellNotes(notes, words), words, now, type)
      : writeTexts(await toTexts(format, notes, words, now), type);
  return { name, content, count: notes.length };
}

async function toTexts(
  format: Exclude<ExportFormat, 'backup' | 'markdownZip'>,
  notes: readonly Note[],
  words: Words,
  now: Date,
): Promise<Iterable<string>> {
  switch (format) {
    case 'jsonLd': {
      const { toJsonLd } = await import('./to-json-ld');
      return toJsonLd(notes, { id: randomId(), label: words.t('exported.title'), at: now });
    }
    case 'csv':
      return (await import('./to-csv')).toCsv(notes);
    case 'html':
      return (await import('./to-html')).toHtml(await tellNotes(notes, words), words, now);
    case 'markdown':
      return (await import('./to-markdown')).toMarkdown(await tellNotes(notes, words), words, now);
  }
}
