import { i18n } from '#i18n';
import type { Backup } from '@/lib/model/backup';
import { formatMoment } from '@/lib/time/format-date';

/** The day of a backup in words: "28 Nov 2026"; of the shared notes, "shared notes of 28 Nov 2026". */
export function backupDay({ madeAt, vault }: Pick<Backup, 'madeAt' | 'vault'>): string {
  const day = formatMoment(madeAt, i18n.t);
  return vault === 'shared' ? i18n.t('options.backups.shared', [day]) : day;
}

/** How many notes of it a reader sees: "1,234 notes". */
export function backupNotes({ shown }: Pick<Backup, 'shown'>): string {
  return i18n.t('options.backups.notes', shown, [formatCount(shown)]);
}

/** A whole number, grouped as our sentences group it. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(i18n.t('shared.locale')).format(count);
}

/** Bytes in a unit that people read, rounded up to a tenth: "1.2 MB". */
export function formatSize(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(i18n.t('shared.locale'), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(Math.ceil(size * 10) / 10);
}
