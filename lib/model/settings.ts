import { z } from 'zod';

const hostSchema = z.string().min(1).max(253);

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
});
export type Settings = z.infer<typeof settingsSchema>;
