import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { i18n } from '#i18n';
import { toZip } from '@/lib/exchange/to-zip';
import { makeTarget } from '@/tests/builders';

const WORDS = { languages: ['en'], t: i18n.t };
const TITLES = ['One', 'Two', 'Three'];
const ARTICLES = TITLES.map((title) => ({ target: makeTarget({ title }), notes: [] }));

/** The file for three articles, and the number of files that its last record counts. */
async function write(mostFiles?: number) {
  const file = toZip(ARTICLES, WORDS, new Date(2026, 10, 29), 'application/zip', mostFiles);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, counted: new DataView(bytes.buffer).getUint16(bytes.length - 22 + 10, true) };
}

it.each([
  { mostFiles: undefined, counted: 3, because: 'it is a plain one' },
  { mostFiles: 3, counted: 3, because: 'so many a plain one can count' },
  { mostFiles: 2, counted: 0xffff, because: 'the record of ZIP64 counts them' },
])(
  'a .zip with $mostFiles files at most has each article, and $counted at its end: $because',
  async ({ mostFiles, counted }) => {
    const written = await write(mostFiles);
    const files = Object.entries(unzipSync(written.bytes));
    expect(files.map(([name]) => name)).toEqual(TITLES.map((title) => `${title}.md`));
    for (const [at, [, text]] of files.entries()) expect(strFromU8(text)).toContain(`title: "${TITLES[at]}"`);
    expect(written.counted).toBe(counted);
  },
);
