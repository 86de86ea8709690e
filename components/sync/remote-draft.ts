import { type Connection, connectionSchema } from '@/lib/vault/connection';

/** The kinds of a folder or server of the reader's own. */
export type ServerKind = 'webdav' | 's3' | 'folder';

/** What is typed about a remote, of every kind at once: changing the kind loses nothing. */
export type RemoteDraft = {
  kind: ServerKind;
  webdav: { url: string; user: string; password: string };
  s3: {
    endpoint: string;
    region: string;
    bucket: string;
    prefix: string;
    accessKey: string;
    secretKey: string;
  };
  handle: FileSystemDirectoryHandle | null;
};

/** A field of the form. */
export type FieldName = keyof RemoteDraft['webdav'] | keyof RemoteDraft['s3'] | 'handle';

/** What is wrong with a field; a name under `sync.problem`. */
export type FieldProblem = 'empty' | 'address' | 'userinfo' | 'query' | 'folder';

export type FieldProblems = Partial<Record<FieldName, FieldProblem>>;

const EMPTY: RemoteDraft = {
  kind: 'webdav',
  webdav: { url: '', user: '', password: '' },
  s3: { endpoint: '', region: '', bucket: '', prefix: '', accessKey: '', secretKey: '' },
  handle: null,
};

/** The draft to begin with: empty, or what is known of a connection. */
export function draftOf(connection: Connection | null): RemoteDraft {
  switch (connection?.kind) {
    case 'webdav': {
      const { url, user, password } = connection;
      return { ...EMPTY, kind: 'webdav', webdav: { url, user, password } };
    }
    case 's3': {
      const { kind, ...s3 } = connection;
      return { ...EMPTY, kind, s3 };
    }
    case 'folder':
      return { ...EMPTY, kind: 'folder', handle: connection.handle };
    default:
      return EMPTY;
  }
}

/** The connection that a draft stands for, or what is wrong with it, by field. Spaces around what is typed do not count, but in passwords. */
export function readDraft(
  draft: RemoteDraft,
): { connection: Connection; problems: null } | { connection: null; problems: FieldProblems } {
  const { connection, problems } = readKind(draft);
  if (Object.keys(problems).length > 0) return { connection: null, problems };
  return { connection: connectionSchema.parse(connection), problems: null };
}

function readKind(draft: RemoteDraft): { connection: unknown; problems: FieldProblems } {
  switch (draft.kind) {
    case 'webdav': {
      const { url, user, password } = draft.webdav;
      const address = readAddress(url);
      return {
        connection: { kind: 'webdav', url: address.url, user: user.trim(), password },
        problems: address.problem ? { url: address.problem } : {},
      };
    }
    case 's3': {
      const { endpoint, region, bucket, prefix, accessKey, secretKey } = draft.s3;
      const address = readAddress(endpoint);
      const typed = {
        region: region.trim(),
        bucket: bucket.trim(),
        accessKey: accessKey.trim(),
        secretKey: secretKey.trim(),
      };
      const empty = Object.entries(typed).filter(([, value]) => value === '');
      return {
        connection: { kind: 's3', endpoint: address.url, prefix: trimSlashes(prefix), ...typed },
        problems: {
          ...(address.problem && { endpoint: address.problem }),
          ...Object.fromEntries(empty.map(([field]) => [field, 'empty' as const])),
        },
      };
    }
    case 'folder':
      return {
        connection: { kind: 'folder', handle: draft.handle },
        problems: draft.handle ? {} : { handle: 'folder' },
      };
  }
}

function readAddress(typed: string): { url: string; problem: FieldProblem | null } {
  const trimmed = typed.trim();
  if (trimmed === '') return { url: '', problem: 'empty' };
  // A host without a scheme is meant to be reached safely. "ada:9000" would read as a scheme of its own.
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(trimmed)) return { url: '', problem: 'address' };
  if (url.username !== '' || url.password !== '') return { url: '', problem: 'userinfo' };
  if (url.search !== '' || url.hash !== '') return { url: '', problem: 'query' };
  return { url: url.href, problem: null };
}

function trimSlashes(path: string): string {
  return path.trim().replace(/^\/+|\/+$/g, '');
}

/** The address that is typed for the chosen kind; empty for a folder. */
export function typedAddress(draft: RemoteDraft): string {
  if (draft.kind === 'folder') return '';
  return draft.kind === 'webdav' ? draft.webdav.url : draft.s3.endpoint;
}

/** Whether what is sent to an address can be read on its way: http to another machine. */
export function isReadableOnTheWay(address: string): boolean {
  const url = URL.parse(address.trim());
  if (url?.protocol !== 'http:') return false;
  const host = url.hostname;
  return !(
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d+){3}$/.test(host)
  );
}
