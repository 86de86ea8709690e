import { type ReactNode, useCallback, useEffect, useId, useState } from 'react';
import { i18n } from '#i18n';
import { LossNotice } from '@/components/backups/LossNotice';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { useSettings } from '@/components/hooks/use-settings';
import { useTheme } from '@/components/hooks/use-theme';
import { type AppError, toAppError } from '@/lib/model/app-error';
import { saveSettings } from '@/lib/settings/save-settings';
import { About } from './About';
import { AddedEvents } from './AddedEvents';
import styles from './App.module.css';
import { Appearance } from './Appearance';
import { Keeping } from './Keeping';
import { QuietedSection } from './QuietedSection';
import { Sites } from './Sites';
import { type Asking, Sync } from './Sync';
import { YourNotes } from './YourNotes';

const SAID_FOR_MS = 4_000;

/** The options page: every change takes effect at once and is said quietly. */
export function App({ asking }: { asking: Asking }) {
  const settings = useSettings();
  const { said, say } = useSaid();
  const [error, setError] = useState<AppError | null>(null);
  const kept = useKeptFocus<HTMLElement>();
  useTheme(settings?.theme ?? null);

  const change = async (part: Parameters<typeof saveSettings>[0], saying = i18n.t('options.saved')) => {
    try {
      await saveSettings(part);
      setError(null);
      say(saying);
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  };

  return (
    <main {...kept} className={styles.page}>
      <h1 className={styles.title}>{i18n.t('options.title')}</h1>
      <LossNotice />
      {error && <ErrorNotice error={error} />}
      {settings && (
        <>
          <Section heading={i18n.t('options.appearance.heading')}>
            <Appearance settings={settings} onChange={(part) => void change(part)} />
          </Section>
          <Section heading={i18n.t('options.sites.heading')}>
            <Sites sites={settings.sites} onChange={(sites, saying) => void change({ sites }, saying)} />
          </Section>
          <Section heading={i18n.t('options.quieted.heading')}>
            <QuietedSection settings={settings} onChange={(part, saying) => void change(part, saying)} />
          </Section>
        </>
      )}
      <Section heading={i18n.t('options.notes.heading')}>
        <YourNotes />
        <Keeping />
      </Section>
      <Section heading={i18n.t('sync.heading')}>
        <Sync vault="own" asking={asking} onSaid={say} />
      </Section>
      <Section heading={i18n.t('sync.shared.heading')}>
        <Sync vault="shared" asking={asking} onSaid={say} />
      </Section>
      <Section heading={i18n.t('options.events.heading')}>
        <AddedEvents />
      </Section>
      <Section heading={i18n.t('options.about.heading')}>
        <About />
      </Section>
      <p role="status" className={said.text === '' ? styles.silent : styles.said}>
        {/* The same word twice is news the second time too. */}
        <span key={said.time}>{said.text}</span>
      </p>
    </main>
  );
}

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

function useSaid() {
  const [said, setSaid] = useState({ text: '', time: 0 });
  const say = useCallback((text: string) => setSaid(({ time }) => ({ text, time: time + 1 })), []);
  useEffect(() => {
    if (said.text === '') return;
    const timer = setTimeout(() => setSaid(({ time }) => ({ text: '', time })), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return { said, say };
}
