import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef } from 'react';
import { i18n } from '#i18n';
import { firstView, type ViewContext } from '@/lib/card/first-view';
import { kindWord } from '@/lib/card/words';
import type { Topic } from '@/lib/model/pack';
import { Beside } from './Beside';
import type { Reading } from './card-lines';
import type { Dating } from './DateHeading';
import { FirstViewLines } from './FirstViewLines';
import line from './GroupLine.module.css';
import { IconButton } from './IconButton';
import type { RelatedTopic } from './RelatedTopics';
import { Said } from './Said';
import type { SectionName } from './section-name';
import styles from './TopicCard.module.css';

const loadSections = () => import('./CardSections');
const CardSections = lazy(async () => ({ default: (await loadSections()).CardSections }));

type Props = {
  topic: Topic;
  context: ViewContext;
  /** The open section; null is the first view. */
  section: SectionName | null;
  onSection: (section: SectionName | null) => void;
  /** Where "Back" of the first view leads: the topic the reader came from. */
  cameFrom?: { name: string; onBack: () => void } | null | undefined;
  /** Where "Forward" leads: the topic the reader came back from. */
  wentTo?: { name: string; onForward: () => void } | null | undefined;
  /** Absent where the card is part of a page and cannot be closed. */
  onClose?: (() => void) | undefined;
  /** A control beside the one that closes: it keeps the card. */
  pin?: ReactNode;
  /** Installed topics that this one is related to, by id. */
  related: ReadonlyMap<string, RelatedTopic>;
  /** The other topics that the page mentions. */
  others: readonly Topic[];
  /** All installed topics, for figures side by side. */
  peers: readonly Topic[];
  onOpenTopic: (topic: string) => void;
  noteCount: number;
  /** The content of the section Notes. */
  notes: ReactNode;
  /** The date of the page's article and its correction; absent where there is no article. */
  dating?: Dating | undefined;
  /** What stands beside the card; absent where nothing does. */
  reading?: Reading | undefined;
  /** Quiet controls at the end of the first view. */
  tools?: ReactNode;
};

/** What a reader sees of a topic: the first view, or one section opened in its place. */
export function TopicCard(props: Props) {
  const { topic, context, section, onSection, cameFrom, wentTo, onClose } = props;
  const nameId = useId();
  const view = useMemo(() => firstView(topic, context), [topic, context]);
  const heading = useFocusOnChange(`${topic.id}/${section ?? ''}`);
  useEffect(warmSections, []);
  const back = section === null ? cameFrom : { name: view.name.text, onBack: () => onSection(null) };

  return (
    <article className={styles.card} aria-labelledby={nameId} data-group={topic.group}>
      <header className={styles.header}>
        {back && <IconButton icon="back" label={i18n.t('card.back', [back.name])} onPress={back.onBack} />}
        <div className={styles.names}>
          <h1 id={nameId} ref={heading} tabIndex={-1} className={styles.name}>
            <Said text={view.name} className={line.name} />
          </h1>
          {view.otherName && <Said as="p" text={view.otherName} className={styles.otherName} />}
        </div>
        {section === null && wentTo && (
          <IconButton
            icon="forward"
            label={i18n.t('card.forward', [wentTo.name])}
            onPress={wentTo.onForward}
          />
        )}
        {props.pin}
        {onClose && <IconButton icon="close" label={i18n.t('card.close')} onPress={onClose} />}
        {section === null && (
          <Beside className={styles.kind}>
            <span>{kindWord(topic.kind, i18n.t)}</span>
            {view.whose && <Said text={view.whose} />}
          </Beside>
        )}
      </header>
      {section === null ? (
        <FirstViewLines
          view={view}
          noteCount={props.noteCount}
          hasOthers={context.pageTopics.some((id) => id !== topic.id)}
          onOpen={onSection}
          today={context.today}
          dating={props.dating}
          newCount={props.reading?.arrivals.size ?? 0}
          tools={props.tools}
        />
      ) : (
        <Suspense>
          <CardSections
            topic={topic}
            context={context}
            section={section}
            onSection={onSection}
            related={props.related}
            others={props.others}
            peers={props.peers}
            onOpenTopic={props.onOpenTopic}
            notes={props.notes}
            reading={props.reading}
          />
        </Suspense>
      )}
    </article>
  );
}

/** Moves the focus to the card's name when what it shows is replaced: the control that was pressed is gone. */
function useFocusOnChange(shown: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    heading.current?.focus({ preventScroll: true });
    heading.current?.ownerDocument.defaultView?.scrollTo?.({ top: 0 });
  }, [shown]);
  return heading;
}

/** Fetches the sections' code when the first view is painted, so that a door opens at once. */
function warmSections(): () => void {
  const timer = setTimeout(() => void loadSections(), 200);
  return () => clearTimeout(timer);
}
