import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Fact } from '@/components/Fact';
import { useLive } from '@/components/hooks/use-live';
import { useTopics } from '@/components/hooks/use-topics';
import { Said } from '@/components/topic/Said';
import { shownLanguages } from '@/components/topic-names';
import { listPacks } from '@/lib/db/topics';
import { readText } from '@/lib/model/read-text';
import { formatMonth } from '@/lib/time/format-date';
import { newestDate } from '@/lib/time/newest-date';
import styles from './App.module.css';

/** Version, installed packs and until when their facts reach, privacy, licence. */
export function About() {
  const packs = useLive(listPacks, []);
  const topics = useTopics();
  const newest = topics.state === 'ready' ? newestDate(topics.value.map((topic) => topic.knownUntil)) : null;
  return (
    <>
      {packs.state === 'failed' && <ErrorNotice error={packs.error} onRetry={packs.retry} />}
      <dl className={styles.facts}>
        <Fact name={i18n.t('options.about.version')}>{browser.runtime.getManifest().version}</Fact>
        {packs.state === 'ready' && (
          <Fact name={i18n.t('options.about.pack')}>
            {packs.value.length === 0 && i18n.t('options.about.noPack')}
            {packs.value.map((pack) => (
              <p key={pack.id}>
                <Said text={readText(pack.name, shownLanguages())} />
                <br />
                <span className={styles.hint}>
                  {i18n.t('options.about.packLine', pack.topics.length, [
                    String(pack.topics.length),
                    pack.version,
                  ])}
                </span>
              </p>
            ))}
          </Fact>
        )}
        {newest !== null && <Fact name={i18n.t('options.about.factsTo')}>{formatMonth(newest, i18n.t)}</Fact>}
        <Fact name={i18n.t('options.about.privacy')}>{i18n.t('options.about.privacyText')}</Fact>
        <Fact name={i18n.t('options.about.licence')}>{i18n.t('options.about.licenceText')}</Fact>
      </dl>
    </>
  );
}
