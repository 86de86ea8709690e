/** `npm run pack:schema`: writes the JSON Schema of pack files, by which editors complete and check them, from the zod schemas. */
import { writeFileSync } from 'node:fs';
import { composePackSchema, PACK_SCHEMA } from './compose-schema.ts';

writeFileSync(PACK_SCHEMA, composePackSchema());
console.log('public/packs/pack.schema.json is written; biome says how it is laid out.');
