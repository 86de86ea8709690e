import { z } from 'zod';

const hostSchema = z.string().min(1).max(253);
const shared = {
  /** What is looked up: see `lib/settings/quiet-keys.ts`. */
  key: z.string().min(1).max(300),
  /** Where: this site and its subdomains, or everywhere where it is empty. */
  site: z.union([z.literal(''), hostSchema]),
  /** The day it was quieted, `YYYY-MM-DD`. */
  day: z.iso.date(),
};

/** One thing that the reader does not want painted. */
const quietedSchema = z.discriminatedUnion('type', [
  /** A word, as it stood on the page. */
  z.object({ ...shared, type: z.literal('word'), word: z.string().min(1).max(300) }),
  /** A topic with the name it then had, until a pack brings something new on it. */
  z.object({
    ...shared,
    type: z.literal('topic'),
    topic: z.string().min(1).max(80),
    name: z.string().min(1).max(300),
  }),
]);
export type Quieted = z.infer<typeof quietedSchema>;

/** The reader's settings. Not secret: every page's content script can read them. */
export const settingsSchema = z.object({
  v: z.literal(1),
  theme: z.enum(['system', 'light', 'dark']),
  /** How a card opens: by resting the pointer, or by a click on plain text only. */
  trigger: z.enum(['hover', 'click']),
  /** From pointer rest to shown card, in milliseconds. */
  delayMs: z.number().int().min(0).max(2_000),
  /** `calm`: core groups first in each paragraph, others first on the page; `first`: first on the page; `all`: every mention. */
  density: z.enum(['calm', 'first', 'all']),
  sites: z.object({
    /** `except`: on everywhere but on `off`; `only`: on nowhere but on `on`. */
    mode: z.enum(['except', 'only']),
    off: z.array(hostSchema).max(10_000),
    on: z.array(hostSchema).max(10_000),
  }),
  /** Oldest first. Entries of a kind that only a newer version knows are passed over, and stay stored. */
  quieted: z
    .array(z.unknown())
    .max(10_000)
    .transform((entries) =>
      entries.flatMap((entry) => {
        const read = quietedSchema.safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    ),
});
export type Settings = z.infer<typeof settingsSchema>;
