/**
 * `npm run bench:dates -- --pages DIRECTORY`: what is decided of the date of every saved page there and of every page
 * of our own, and from what, against the labels of `tests/fixtures/dates`. Fails on a wrong date, or where fewer than
 * 85 of 100 dated articles are found in either.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ArticleDate } from '@/lib/messages/page';
import { decideSaved, OWN_PAGES, readLabels, readOwnPage } from '@/tests/lib/page/saved-pages';

/** A page with what it says and what was decided. */
type Judged = { name: string; says: string[]; decided: ArticleDate };

const { values } = parseArgs({ options: { pages: { type: 'string' } } });
const bars = [
  report(
    'own pages',
    OWN_PAGES.map(({ page, url, date }) => ({
      name: page,
      says: [date].flatMap((day) => day ?? []),
      decided: decideSaved(readOwnPage(page), url),
    })),
  ),
  values.pages === undefined || report('saved pages', judgeSaved(values.pages)),
];
process.exitCode = bars.every(Boolean) ? 0 : 1;

function judgeSaved(folder: string): Judged[] {
  const labels = readLabels();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.html$/, '');
      if (!(name in labels)) throw new Error(`Nobody has labelled ${file}.`);
      const says = [labels[name] ?? []].flat();
      return { name, says, decided: decideSaved(readFileSync(join(folder, file), 'utf8')) };
    });
}

function report(title: string, judged: Judged[]): boolean {
  const isWrong = ({ says, decided }: Judged) => decided.is === 'found' && !says.includes(decided.date);
  const isMissed = ({ says, decided }: Judged) => decided.is === 'none' && says.length > 0;
  for (const page of judged) {
    const verdict = isWrong(page) ? 'WRONG' : isMissed(page) ? 'missed' : '';
    console.log(
      [page.name.padEnd(32), toText(page.decided).padEnd(48), verdict, ...(verdict ? page.says : [])].join(
        ' ',
      ),
    );
  }
  const dated = judged.filter(({ says }) => says.length > 0).length;
  const wrong = judged.filter(isWrong).length;
  const found = dated - judged.filter(isMissed).length;
  const share = (100 * found) / dated;
  console.log(
    `${title}: ${judged.length}; dated ${dated}, found ${found} (${share.toFixed(1)} %), wrong ${wrong}\n`,
  );
  return wrong === 0 && share >= 85;
}

function toText(decided: ArticleDate): string {
  if (decided.is === 'none') return ['none:', decided.why, ...decided.dates].join(' ');
  return `${decided.date} from ${decided.from}${decided.updated ? `, updated ${decided.updated}` : ''}`;
}
