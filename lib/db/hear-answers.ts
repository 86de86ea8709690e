import type { DBCoreTable } from 'dexie';
import { VAULTS } from '@/lib/model/vault-name';
import { DATABASES } from './database';

/** Calls `hear` at every answer that the databases give in this thread, from their next opening on: the signs that work on them goes on. */
export function hearAnswers(hear: () => void): void {
  for (const vault of VAULTS)
    DATABASES[vault].use({
      stack: 'dbcore',
      name: 'hearAnswers',
      create: (core) => ({ ...core, table: (name) => hearTable(core.table(name), hear) }),
    });
}

function hearTable(table: DBCoreTable, hear: () => void): DBCoreTable {
  const heard = <Value>(answer: Promise<Value>) =>
    answer.then((value) => {
      hear();
      return value;
    });
  return {
    ...table,
    get: (request) => heard(table.get(request)),
    getMany: (request) => heard(table.getMany(request)),
    query: (request) => heard(table.query(request)),
    count: (request) => heard(table.count(request)),
    mutate: (request) => heard(table.mutate(request)),
  };
}
