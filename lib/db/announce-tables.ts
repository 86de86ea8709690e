import { type DBCore, type DBCoreMutateRequest, type Middleware, RangeSet } from 'dexie';

/**
 * From this many rows on that are deleted at once, their table is announced instead of each key; Dexie draws the same
 * line for rows that are put.
 */
const FEW = 50;

/**
 * Makes of many rows deleted at once an announcement that their whole table changed. Dexie tells every page, and each live query
 * there copies what it is told: a hundred thousand keys hold a page up for longer than the queries themselves.
 */
export const ANNOUNCE_TABLES: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'announceTables',
  create: (core) => {
    const everything = () => new RangeSet(core.MIN_KEY, core.MAX_KEY);
    const widen = (table: string, request: DBCoreMutateRequest): DBCoreMutateRequest => {
      if (request.type !== 'delete' || request.keys.length < FEW) return request;
      const part = `idb://${core.schema.name}/${table}/`;
      // Keys that lie within what is told already add nothing to it.
      return { ...request, mutatedParts: { [part]: everything(), [`${part}:dels`]: everything() } };
    };
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        return { ...table, mutate: (request) => table.mutate(widen(name, request)) };
      },
    };
  },
};
