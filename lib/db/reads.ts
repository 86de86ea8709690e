/**
 * Rows by key and by index, in two ways: through Dexie, whose answers live queries follow, or bare, for what must be there
 * before Dexie is loaded (see `open-bare`).
 */
import type { Table } from 'dexie';
import type { VaultName } from '@/lib/model/vault-name';
import type { ArrivalRow } from './arrivals';
import type { AddedRow, MetaRow, NoteRow, TopicRow } from './database';
import { withDatabase } from './with-database';

/** The tables that are read so, with their rows. */
export type ReadRows = {
  topics: TopicRow;
  notes: NoteRow;
  added: AddedRow;
  arrivals: ArrivalRow;
  meta: MetaRow;
};

export type Reads = {
  /** The row of a key; undefined where there is none. */
  row: <Name extends keyof ReadRows>(table: Name, key: string) => Promise<ReadRows[Name] | undefined>;
  /** The rows that have any of these values in an index, each once. */
  rows: <Name extends keyof ReadRows>(
    table: Name,
    index: string,
    values: string[],
  ) => Promise<ReadRows[Name][]>;
};

/** Reads a vault through Dexie. Throws as `withDatabase` does. */
export function readsOf(vault?: VaultName): Reads {
  const inTable = <Name extends keyof ReadRows, Answer>(
    name: Name,
    read: (table: Table<ReadRows[Name], string>) => PromiseLike<Answer>,
  ) => withDatabase((database) => read(database[name] as unknown as Table<ReadRows[Name], string>), vault);
  return {
    row: (table, key) => inTable(table, (rows) => rows.get(key)),
    rows: (table, index, values) =>
      inTable(table, (rows) => rows.where(index).anyOf(values).distinct().toArray()),
  };
}
