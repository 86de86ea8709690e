import { AppError } from '@/lib/model/app-error';
import { type NoteDraft, ownEventSchema, type Target, targetSchema } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';

/**
 * What is written of a draft: tags and the text of an event trimmed, no tag empty, none twice. Throws `note-too-long` with the part
 * that is over its limit in `detail`: nothing typed is ever cut. Of the target, which a page has said, only what notes have is kept.
 */
export function checkDraft<Draft extends Partial<NoteDraft>>(draft: Draft): Draft {
  const checked = { ...draft };
  if (draft.tags) checked.tags = distinct(draft.tags.map((tag) => tag.trim().normalize('NFC')));
  if (draft.topics) checked.topics = distinct(draft.topics);
  if (draft.event) checked.event = { ...draft.event, text: draft.event.text.trim() };
  if ((draft.body?.length ?? 0) > NOTE_LIMITS.body) throw tooLong('body');
  if ((checked.tags?.length ?? 0) > NOTE_LIMITS.tags) throw tooLong('tags');
  if (checked.tags?.some((tag) => tag.length > NOTE_LIMITS.tag)) throw tooLong('tag');
  if ((checked.topics?.length ?? 0) > NOTE_LIMITS.topics) throw tooLong('topics');
  if ((draft.fact?.length ?? 0) > NOTE_LIMITS.fact) throw tooLong('fact');
  if (draft.target) checked.target = readTarget(draft.target);
  if (checked.event && !ownEventSchema.safeParse(checked.event).success) throw tooLong('event');
  return checked;
}

function readTarget(said: Target): Target {
  const read = targetSchema.safeParse(said);
  if (!read.success) throw tooLong('target');
  return read.data;
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].filter((name) => name.length > 0);
}

function tooLong(detail: string): AppError {
  return new AppError('note-too-long', { detail });
}
