/** The JSON Schema of a pack's files: `pack.json` and `topics/<id>.json`. */
import { z } from 'zod';
import { packManifestSchema, topicSchema } from '@/lib/model/pack';

/** Where it stands, for editors and authors. */
export const PACK_SCHEMA = new URL('../../public/packs/pack.schema.json', import.meta.url);

/** The schema as text. What zod checks by code (dates, pairs of fields) it cannot say: `npm run pack:check` does. */
export function composePackSchema(): string {
  const schema = z.toJSONSchema(z.union([packManifestSchema, topicSchema]), {
    io: 'input',
    reused: 'ref',
    unrepresentable: 'any',
  });
  return `${JSON.stringify({ title: 'A file of a Sidelight knowledge pack', ...schema }, null, 2)}\n`;
}
