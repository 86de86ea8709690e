/**
 * The pack that comes with the extension, out of the extension's own files: nothing leaves the machine. In the package
 * its many files are one, and its index is compiled already: see `scripts/packs/bundle-pack.ts`.
 */
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import { describeIssue } from '@/lib/model/describe-issue';
import type { Pack } from '@/lib/model/pack';
import type { Publication } from './compile-publication';
import { parsePack, parsePackFile } from './parse-pack';

/** All files of the pack by their names in its folder. */
export const SHIPPED_PACK = 'packs/tech-war.json';
/** The `Publication` of its topics. */
export const SHIPPED_INDEX = 'packs/tech-war-index.json';

const publicationSchema = z.strictObject({
  current: z.strictObject({
    generation: z.string(),
    topics: z.number(),
    bytes: z.number(),
    parts: z.number(),
  }),
  first: z.strictObject({ blob: z.string(), look: z.record(z.string(), z.unknown()) }),
  parts: z.record(z.string(), z.string()),
});

/** Throws `pack-invalid` with file, path and reason. */
export async function loadShippedPack(): Promise<Pack> {
  return parsePack(z.record(z.string(), z.unknown()).parse(await loadFile(SHIPPED_PACK)));
}

/** Throws `pack-invalid` where it is missing or no index. */
export async function loadShippedIndex(): Promise<Publication> {
  const read = publicationSchema.safeParse(await loadFile(SHIPPED_INDEX));
  if (read.success) return read.data as Publication;
  throw new AppError('pack-invalid', { detail: `${SHIPPED_INDEX}: ${describeIssue(read.error)}` });
}

async function loadFile(file: string): Promise<unknown> {
  const text = await fetch(new URL(file, browser.runtime.getURL('/')))
    .then((response) => (response.ok ? response.text() : null))
    .catch((cause) => {
      throw missing(file, cause);
    });
  if (text === null) throw missing(file);
  return parsePackFile(file, text);
}

function missing(file: string, cause?: unknown): AppError {
  return new AppError('pack-invalid', { detail: `${file}: (root): the file is missing`, cause });
}
