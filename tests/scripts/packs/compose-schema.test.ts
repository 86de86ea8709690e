import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { composePackSchema, PACK_SCHEMA } from '@/scripts/packs/compose-schema';

it('stands in public/packs as it follows from the zod schemas; else: npm run pack:schema', () => {
  expect(JSON.parse(readFileSync(PACK_SCHEMA, 'utf8'))).toEqual(JSON.parse(composePackSchema()));
});
