/**
 * `npm run bench:notes`: what finding notes costs, in real Chromium with the built extension, on notes that are made up
 * (the same in every run), beside the library that keeps the same words in memory. It reports and never fails.
 *
 *     npm run bench:notes -- --sizes 1000,10000
 *     npm run bench:notes -- --files    what all of them cost as files: exported, imported, backed up, restored
 */
import { parseArgs } from 'node:util';
import { measureNoteFiles } from './bench/note-files.ts';
import { measureNotes } from './bench/notes.ts';
import { printSection } from './bench/report.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    files: { type: 'boolean', default: false },
  },
});
const began = performance.now();
for (const size of values.sizes.split(',').map(Number)) {
  const progress = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
  printSection(await (values.files ? measureNoteFiles : measureNotes)(size, progress));
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s`);
