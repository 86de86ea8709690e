import { listNotes, releaseChanges } from '@/lib/db/notes';
import { randomId } from '@/lib/notes/random-id';
import { todayOf } from '@/lib/time/format-date';
import { exportNotes } from './export-notes';
import { tellNotes, type Words } from './told-notes';

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
 * The notes of the reader's own vault as a file, newest first; hidden ones in the backup alone. What a format needs is
 * loaded for it. Throws what the database throws.
 */
export async function exportAs(format: ExportFormat, words: Words, now: Date): Promise<ExportedFile> {
  const { ending, type } = FILES[format];
  // The file names the changes that its texts come from: none of them may be rewritten any more.
  if (format === 'jsonLd' || format === 'csv') await releaseChanges();
  const notes = await listNotes();
  const write = async (): Promise<BlobPart> => {
    switch (format) {
      case 'backup':
        return exportNotes();
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
      case 'markdownZip': {
        const [{ toMarkdownFiles }, { strToU8, zipSync }] = await Promise.all([
          import('./to-markdown'),
          import('fflate'),
        ]);
        const files = Object.entries(toMarkdownFiles(await tellNotes(notes, words), words));
        // In this thread: the library's own would be a worker from a blob, which an extension's page may not start.
        const bytes = zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])), {
          mtime: now,
        });
        return bytes as Uint8Array<ArrayBuffer>;
      }
    }
  };
  const content = new Blob([await write()], { type });
  return { name: `notes-${todayOf(now)}${ending}`, content, count: notes.length };
}
