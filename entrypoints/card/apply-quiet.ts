import { i18n } from '#i18n';
import type { QuietChoice } from '@/components/topic/QuietMenu';
import { addQuieted, liftQuieted, quietTopic, quietWord } from '@/lib/settings/quieted';
import { saveSettings } from '@/lib/settings/save-settings';
import { switchBack, switchSite } from '@/lib/settings/switch-site';

/** What a card is about: the topic it shows, the word it was opened at, the site (empty where there is none). */
export type QuietSubject = { topic: string; name: string; word: string; site: string };

/** What was done, in one line, and the way back. */
export type Done = { said: string; undo: () => Promise<void> };

/** Does what the reader chose; `today` is `YYYY-MM-DD`. Rejects where the browser refuses to store. */
export async function applyQuiet(choice: QuietChoice, subject: QuietSubject, today: string): Promise<Done> {
  const { topic, name, word, site } = subject;
  if (choice === 'site') {
    let undo = async () => {};
    await saveSettings(({ sites: before }) => {
      const after = switchSite(before, site, false);
      undo = () => saveSettings(({ sites }) => ({ sites: switchBack(sites, before, after) }));
      return { sites: after };
    });
    return { said: i18n.t('card.quiet.said.site', [site]), undo };
  }
  const entry =
    choice === 'topic'
      ? quietTopic(topic, name, today)
      : quietWord(word, choice === 'notHere' ? site : '', today);
  await saveSettings(({ quieted }) => ({ quieted: addQuieted(quieted, entry) }));
  return {
    said:
      choice === 'topic'
        ? i18n.t('card.quiet.said.topic', [name])
        : i18n.t(`card.quiet.said.${choice}`, choice === 'notHere' ? [word, site] : [word]),
    undo: () => saveSettings(({ quieted }) => ({ quieted: liftQuieted(quieted, entry) })),
  };
}
