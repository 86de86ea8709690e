/** What all readers of other people's files share: their limits, and how a quote and an address become a target. */
import { z } from 'zod';
import type { Selectors, Target } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { deriveId } from '@/lib/notes/random-id';
import { canonicalAddress } from '@/lib/page/canonical-address';
import { readMoment } from './read-moment';

/** Moments of a file, in milliseconds since 1970. */
export const momentSchema = z.string().transform((text, context) => {
  const moment = readMoment(text);
  if (moment === null) context.addIssue({ code: 'custom', message: 'not a date and time' });
  return moment ?? 0;
});

/** Texts of a note. One longer than a note may hold is refused: nothing is ever cut. */
export const textSchema = z.string().max(NOTE_LIMITS.body);
export const addressSchema = z
  .string()
  .max(NOTE_LIMITS.url)
  .refine((text) => URL.canParse(text), 'not an address');
export const tagsSchema = z
  .array(
    z
      .string()
      .transform((tag) => evenOut(tag).trim().normalize('NFC'))
      .pipe(z.string().max(NOTE_LIMITS.tag)),
  )
  .transform((tags) => [...new Set(tags)].filter((tag) => tag !== ''))
  .pipe(z.array(z.string()).max(NOTE_LIMITS.tags));

/** The id of a note made elsewhere: the same on each machine that takes it in. */
export async function foreignId(format: string, ...named: string[]): Promise<string> {
  return `note:${await deriveId(format, ...named)}`;
}

/** The page that a note from elsewhere is about. Its article is found by the address alone. */
export function foreignTarget(url: string, title: string, selectors: Selectors | null): Target {
  return {
    url,
    canonical: /^https?:/i.test(url) ? canonicalAddress(url, '') : url,
    title: evenOut(title).trim().slice(0, NOTE_LIMITS.title),
    published: null,
    selectors,
  };
}

/** A text in which every run of white space is one space. */
export function evenOut(text: string): string {
  return text.replace(/\s+/g, ' ');
}
