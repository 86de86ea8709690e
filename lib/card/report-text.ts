import type { PackManifest } from '@/lib/model/pack';
import type { Translate } from '@/lib/time/format-date';
import type { CitedArticle } from './citation';

/** What a reader reports of a statement. `at`: its path of ids in the topic; `article` only where the reader gives it. */
export type Report = {
  topic: { id: string; name: string };
  at: string;
  line: string;
  pack: PackManifest | null;
  wrong: string;
  source: string;
  article: CitedArticle | null;
};

/** The report as plain text, for whoever keeps the pack: which statement of which version, and the reader's words. */
export function reportText({ topic, at, line, pack, wrong, source, article }: Report, t: Translate): string {
  return [
    t('card.report.title'),
    t('card.report.of', [topic.name, `${topic.id}/${at}`]),
    ...(pack ? [t('card.report.pack', [`${pack.id} ${pack.version}`])] : []),
    t('card.report.line', [line]),
    '',
    t('card.report.says', [wrong.trim()]),
    ...(source.trim() === '' ? [] : [t('card.cite.source', [source.trim()])]),
    ...(article ? [t('card.cite.article', [article.canonical])] : []),
  ].join('\n');
}
