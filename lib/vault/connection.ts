/**
 * Where the reader's notes live, and what it takes to get there. Kept in the extension's IndexedDB and nowhere
 * else: `storage.local` can be read by every page's content script.
 */
import { z } from 'zod';

/** A connection as stored. `browser-account`: `storage.sync`, which the browser's maker carries. */
export const connectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('browser-account') }),
  z.object({
    kind: z.literal('webdav'),
    /** Address of the folder, http or https. */
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    user: z.string().max(300),
    password: z.string().max(1_000),
  }),
  z.object({
    kind: z.literal('s3'),
    endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
    region: z.string().min(1).max(100),
    bucket: z.string().min(1).max(255),
    /** Folder within the bucket; may be empty. */
    prefix: z.string().max(500),
    accessKey: z.string().max(300),
    secretKey: z.string().max(1_000),
  }),
  z.object({ kind: z.literal('folder'), handle: z.custom<FileSystemDirectoryHandle>(isDirectory) }),
]);
export type Connection = z.infer<typeof connectionSchema>;

function isDirectory(value: unknown): boolean {
  return (value as Partial<FileSystemDirectoryHandle> | null)?.kind === 'directory';
}
