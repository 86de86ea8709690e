import { i18n } from '#i18n';
import { type QuietChoice, type QuietEntry, QuietMenu } from '@/components/topic/QuietMenu';
import type { TopicKind } from '@/lib/model/pack';
import { todayOf } from '@/lib/time/format-date';
import { applyQuiet, type Done, type QuietSubject } from './apply-quiet';

export type QuietChoicesProps = {
  subject: QuietSubject;
  kind: TopicKind;
  /** The maker, where the card names one. */
  whose: string | null;
  onDone: (done: Done) => void;
  onFailure: (thrown: unknown) => void;
};

/** The menu "Quiet…" of a card, which does at once what is chosen. */
export function QuietChoices({ subject, kind, whose, onDone, onFailure }: QuietChoicesProps) {
  const choose = (choice: QuietChoice) =>
    void applyQuiet(choice, subject, todayOf(new Date())).then(onDone, onFailure);
  return <QuietMenu entries={entriesOf(subject, kind, whose)} onChoose={choose} />;
}

/** What can be chosen: nothing about the word where the card has gone on to another topic, or about no site. */
function entriesOf({ name, word, site }: QuietSubject, kind: TopicKind, whose: string | null): QuietEntry[] {
  const entries: (QuietEntry | null)[] = [
    word === '' || site === ''
      ? null
      : { choice: 'notHere', label: i18n.t('card.quiet.notHere', [fullName(name, kind, whose)]) },
    word === '' ? null : { choice: 'word', label: i18n.t('card.quiet.word', [word]) },
    { choice: 'topic', label: i18n.t('card.quiet.topic', [name]) },
    site === '' ? null : { choice: 'site', label: i18n.t('card.quiet.site', [site]) },
  ];
  return entries.filter((entry) => entry !== null);
}

/** "Huawei's Ascend 950": whose a thing is that somebody makes. A company or a rule goes by its name alone. */
function fullName(name: string, kind: TopicKind, whose: string | null): string {
  const isMade = ['chip', 'chip-series', 'system', 'software'].includes(kind);
  return isMade && whose !== null && !name.includes(whose)
    ? i18n.t('card.quiet.ofWhom', [whose, name])
    : name;
}
