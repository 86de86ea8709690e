import { i18n } from '#i18n';
import { type QuietedLine, QuietedList } from '@/components/settings/QuietedList';
import type { Quieted, Settings } from '@/lib/model/settings';
import { liftQuieted } from '@/lib/settings/quieted';
import { formatDate } from '@/lib/time/format-date';

type Props = {
  settings: Pick<Settings, 'quieted' | 'sites'>;
  onChange: (change: (stored: Settings) => Partial<Settings>, saying: string) => void;
};

/** Everything that the reader has quieted, newest first, then the sites that are off; each can be lifted. */
export function QuietedSection({ settings: { quieted, sites }, onChange }: Props) {
  const lift = (line: QuietedLine, change: (stored: Settings) => Partial<Settings>) => ({
    ...line,
    onLift: () => onChange(change, i18n.t('options.quieted.lifted', [line.name])),
  });
  const entries = quieted.toReversed().map((entry) =>
    lift(
      {
        id: `${entry.key}@${entry.site}`,
        name: nameOf(entry),
        since: i18n.t('options.quieted.since', [formatDate(entry.day, i18n.t)]),
      },
      (stored) => ({ quieted: liftQuieted(stored.quieted, entry) }),
    ),
  );
  // In the other mode a site is off by not being listed.
  const off = sites.mode === 'except' ? sites.off : [];
  const siteLines = off.map((site) =>
    lift({ id: `@${site}`, name: i18n.t('options.quieted.site', [site]), since: null }, (stored) => ({
      sites: { ...stored.sites, off: stored.sites.off.filter((other) => other !== site) },
    })),
  );
  return <QuietedList lines={[...entries, ...siteLines]} />;
}

function nameOf(entry: Quieted): string {
  if (entry.type === 'topic') return i18n.t('options.quieted.topic', [entry.name]);
  return entry.site === ''
    ? i18n.t('options.quieted.word', [entry.word])
    : i18n.t('options.quieted.wordOn', [entry.word, entry.site]);
}
