import type { ArticleDate } from '@/lib/messages/page';
import { formatDate, type Translate } from '@/lib/time/format-date';

/** The sentence that says why an article has no date. */
export function noDateReason({ why, dates }: Extract<ArticleDate, { is: 'none' }>, t: Translate): string {
  const [first = '', second = ''] = dates.map((date) => formatDate(date, t));
  switch (why) {
    case 'differ':
      return t('card.date.none.differ', [first, second]);
    case 'future':
      return t('card.date.none.future', [first]);
    case 'early':
      return t('card.date.none.early', [first]);
    default:
      return t(`card.date.none.${why}`);
  }
}
