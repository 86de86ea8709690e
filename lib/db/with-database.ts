import type { Dexie } from 'dexie';
import { AppError, type ErrorCode } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import type { SidelightDatabase } from './database';
import { withDexie } from './with-dexie';

const CODES: Record<string, ErrorCode> = {
  QuotaExceededError: 'database-full',
  VersionError: 'database-newer',
  MissingAPIError: 'database-missing',
  OpenFailedError: 'database-missing',
  InvalidStateError: 'database-missing',
  DatabaseClosedError: 'database-missing',
  NoSuchDatabaseError: 'database-missing',
  SecurityError: 'database-missing',
};

/**
 * Runs work on a vault's open database and translates its failures, once, into `AppError` codes. A database that
 * could not be opened before is tried again. Works inside a live query. Throws `database-missing`,
 * `database-full`, `database-newer`, `database-failed`, and any `AppError` of the work itself.
 */
export function withDatabase<T>(
  work: (database: SidelightDatabase) => PromiseLike<T>,
  vault: VaultName = 'own',
): Promise<T> {
  return withDexie(({ DATABASES }) => runOn(DATABASES[vault], work));
}

/** The same on any database of ours. */
async function runOn<Database extends Dexie, T>(
  database: Database,
  work: (database: Database) => PromiseLike<T>,
): Promise<T> {
  // Dexie opens by itself once; after a failed opening it only repeats the failure.
  if (!database.isOpen()) await openDatabase(database);
  try {
    return await work(database);
  } catch (thrown) {
    throw await explain(toDatabaseError(thrown, 'database-failed'));
  }
}

async function openDatabase(database: Dexie): Promise<void> {
  try {
    await database.open();
  } catch (thrown) {
    throw await explain(toDatabaseError(thrown, 'database-missing'));
  }
}

/** Of a disk that is really full Chromium may say only that something failed, or that the store does not open (tried): its quota is what is left. */
async function explain(error: AppError): Promise<AppError> {
  if (error.code !== 'database-missing' && error.code !== 'database-failed') return error;
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  const isFull = quota !== undefined && usage !== undefined && quota - usage < LEAST_ROOM;
  if (!isFull) return error;
  return new AppError('database-full', { detail: error.detail, retryable: true, cause: error.cause });
}

/** Bytes without which nothing can be written any more. */
const LEAST_ROOM = 1_000_000;

/** The failure that a reader can act on, out of what Dexie wraps around it: the innermost name we know. */
export function toDatabaseError(thrown: unknown, otherwise: ErrorCode): AppError {
  const chain = unwrap(thrown);
  const known = chain.find((failure) => failure instanceof AppError);
  if (known) return known;
  const full = chain.find((failure) => failure.name === 'QuotaExceededError');
  const named = full ?? chain.findLast((failure) => Object.hasOwn(CODES, failure.name));
  const code = (named && CODES[named.name]) ?? otherwise;
  return new AppError(code, {
    detail: chain[0]?.message ?? String(thrown),
    retryable: code !== 'database-newer',
    cause: thrown,
  });
}

function unwrap(thrown: unknown): Error[] {
  const chain: Error[] = [];
  let current = thrown;
  while (current instanceof Error || current instanceof DOMException) {
    if (chain.includes(current)) break;
    chain.push(current);
    const { inner, cause, failures } = current as Error & { inner?: unknown; failures?: unknown[] };
    current = inner ?? failures?.[0] ?? cause;
  }
  return chain;
}
