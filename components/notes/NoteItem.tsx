import {
  Copy,
  ExternalLink,
  LocateFixed,
  type LucideIcon,
  Pencil,
  Trash2,
  UserRound,
  Users,
} from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { i18n } from '#i18n';
import type { Note, OwnEvent } from '@/lib/model/note';
import { formatDate, formatMoment } from '@/lib/time/format-date';
import styles from './NoteItem.module.css';
import { NoteVersions, type VersionActs } from './NoteVersions';
import { noteName } from './note-name';
import type { NoteStanding } from './note-surroundings';

/** Where a note stands between the reader and others: who wrote it, where it is shared, and what is offered. */
export type Sharing = { author: string | null; offer: 'move' | 'back' | 'copy' };

const OFFERS = { move: Users, back: UserRound, copy: Copy } as const;

type Props = {
  note: Note;
  /** Names of the topics the note is on, in its order; `name` null where no installed pack has it. */
  topics: readonly { id: string; name: string | null }[];
  /** Where the note stands on another page, its title is shown and leads there. */
  showPage: boolean;
  /** Whether its passage stands on the page at hand; null where that is not known. */
  standing?: NoteStanding | null;
  onShow?: (() => void) | undefined;
  onOpenTopic: (id: string) => void;
  onEdit: () => void;
  onDelete: () => void;
  /** Null where there is nobody to share with. */
  sharing?: Sharing | null;
  onShare?: () => void;
  /** What can be done with its versions, where it has several. */
  versionActs?: VersionActs;
  editRef?: Ref<HTMLButtonElement>;
  /** Notices of what went wrong with this note. */
  children?: ReactNode;
};

/** One note to read: its passage, its text, its other versions, where it belongs, and what can be done with it. */
export function NoteItem({
  note,
  topics,
  showPage,
  standing = null,
  onShow,
  onOpenTopic,
  onEdit,
  onDelete,
  sharing = null,
  onShare,
  versionActs,
  editRef,
  children,
}: Props) {
  const quote = note.target?.selectors?.quote.exact;
  const name = noteName(note);
  return (
    <article className={styles.note} aria-label={name}>
      {quote && quote !== note.event?.text && (
        <blockquote className={styles.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      {standing === 'missing' && <p className={styles.missing}>{i18n.t('notes.item.notFound')}</p>}
      {standing === 'unsure' && <p className={styles.missing}>{i18n.t('notes.item.unsure')}</p>}
      {note.event && <EventLine event={note.event} />}
      {note.versions.length > 0 ? (
        <NoteVersions body={note.body} versions={note.versions} acts={versionActs} />
      ) : (
        note.body !== '' && (
          <p className={styles.body} dir="auto">
            {note.body}
          </p>
        )
      )}
      {showPage && note.target && <PageLink url={note.target.url} title={note.target.title} />}
      <footer className={styles.foot}>
        {note.tags.map((tag) => (
          <span key={tag} className={styles.tag} dir="auto">
            {tag}
          </span>
        ))}
        {topics.map((topic) =>
          topic.name === null ? (
            <span key={topic.id} className={styles.lost}>
              {topic.id}
            </span>
          ) : (
            <button
              key={topic.id}
              type="button"
              className={styles.topic}
              onClick={() => onOpenTopic(topic.id)}
            >
              {topic.name}
            </button>
          ),
        )}
        {sharing && sharing.author !== null && (
          <span className={styles.shared}>
            <Users aria-hidden size={12} />
            <bdi>{i18n.t('notes.shared.by', [sharing.author])}</bdi>
          </span>
        )}
        <span className={styles.date}>{whenText(note)}</span>
        <span className={styles.acts}>
          {(standing === 'found' || standing === 'unsure') && onShow && (
            <Act
              icon={LocateFixed}
              name={i18n.t('notes.item.showNamed', [name])}
              title={i18n.t('notes.item.show')}
              onAct={onShow}
            />
          )}
          {sharing && onShare && (
            <Act
              icon={OFFERS[sharing.offer]}
              name={i18n.t(`notes.shared.${sharing.offer}Named`, [name])}
              title={i18n.t(`notes.shared.${sharing.offer}`)}
              onAct={onShare}
            />
          )}
          <Act
            ref={editRef}
            icon={Pencil}
            name={i18n.t('notes.item.editNamed', [name])}
            title={i18n.t('notes.item.edit')}
            onAct={onEdit}
          />
          <Act
            icon={Trash2}
            name={i18n.t('notes.item.deleteNamed', [name])}
            title={i18n.t('notes.item.delete')}
            onAct={onDelete}
          />
        </span>
      </footer>
      {children}
    </article>
  );
}

/** What the note puts on the timelines of its topics. */
function EventLine({ event }: { event: OwnEvent }) {
  return (
    <p className={styles.event}>
      <span className={styles.when}>{i18n.t('notes.event.yours', [formatDate(event.date, i18n.t)])}</span>
      <span dir="auto">{event.text}</span>
    </p>
  );
}

type ActProps = {
  icon: LucideIcon;
  /** With the note's name, for who does not see which one it is. */
  name: string;
  title: string;
  onAct: () => void;
  ref?: Ref<HTMLButtonElement> | undefined;
};

function Act({ icon: Icon, name, title, onAct, ref }: ActProps) {
  return (
    <button ref={ref} type="button" className={styles.act} aria-label={name} title={title} onClick={onAct}>
      <Icon aria-hidden size={14} />
    </button>
  );
}

function PageLink({ url, title }: { url: string; title: string }) {
  const text = title.trim() || i18n.t('notes.item.untitled');
  // An imported note can hold any address: only one of the web becomes a link.
  if (!/^https?:\/\//i.test(url)) return <p className={styles.page}>{text}</p>;
  return (
    <a className={styles.page} href={url} target="_blank" rel="noreferrer" dir="auto">
      <span>{text}</span>
      <ExternalLink aria-hidden size={12} />
    </a>
  );
}

function whenText(note: Note): string {
  const written = formatMoment(note.createdAt, i18n.t);
  const edited = formatMoment(note.modifiedAt, i18n.t);
  return written === edited ? written : i18n.t('notes.item.edited', [written, edited]);
}
