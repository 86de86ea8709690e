import { expect, it, vi } from 'vitest';
import { DATABASES } from '@/lib/db/database';
import { hearAnswers } from '@/lib/db/hear-answers';
import { VAULTS } from '@/lib/model/vault-name';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

it.each(VAULTS)('each answer of the database is heard, and unchanged: %s', async (vault) => {
  const database = DATABASES[vault];
  const hear = vi.fn();
  database.close();
  hearAnswers(hear);
  await database.open();
  const row = { key: 'a', value: 1 };
  const heard = async <Value>(work: PromiseLike<Value>) => {
    hear.mockClear();
    const value = await work;
    expect(hear).toHaveBeenCalled();
    return value;
  };
  await heard(database.meta.put(row));
  expect(await heard(database.meta.get('a'))).toEqual(row);
  expect(await heard(database.meta.bulkGet(['a', 'b']))).toEqual([row, undefined]);
  expect(await heard(database.meta.toArray())).toEqual([row]);
  expect(await heard(database.meta.count())).toBe(1);
});

it('what the database refuses is thrown as before', async () => {
  DATABASES.own.close();
  hearAnswers(() => {});
  await DATABASES.own.open();
  await DATABASES.own.meta.add({ key: 'a', value: 1 });
  const again = DATABASES.own.meta.add({ key: 'a', value: 2 });
  await expect(again).rejects.toMatchObject({ name: 'ConstraintError' });
});
