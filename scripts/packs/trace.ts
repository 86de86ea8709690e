/**
 * `npm run pack:trace`: ten statements of the built pack with their sources, to be traced back by hand. Which ones, the
 * first eight hex digits of its SHA-256 decide: nobody picks them.
 */
import { createHash } from 'node:crypto';
import { SHIPPED_PACK } from '@/lib/packs/load-shipped';
import { parsePack } from '@/lib/packs/parse-pack';
import { createRandom } from '../bench/random.ts';
import { bundlePack } from './bundle-pack.ts';
import { readPack } from './read-pack.ts';
import { SHIPPED_FOLDER } from './shipped-folder.ts';

const COUNT = 10;

const files = readPack(SHIPPED_FOLDER);
const built = (await bundlePack(files))[SHIPPED_PACK] as string;
const seed = createHash('sha256').update(built).digest('hex').slice(0, 8);
const statements = parsePack(files)
  .contents.flatMap((topic) => [...topic.facts, ...topic.events].map((statement) => ({ topic, statement })))
  .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const random = createRandom(Number.parseInt(seed, 16));
console.log(`seed ${seed}, ${statements.length} facts and events`);
for (let count = 0; count < COUNT; count++) {
  const [drawn] = statements.splice(Math.floor(random() * statements.length), 1);
  if (!drawn) break;
  const { topic, statement } = drawn;
  console.log(`\n${keyOf(drawn)}  ${statement.date ?? 'undated'}  ${statement.status}`);
  console.log(`  ${JSON.stringify(statement.text)}`);
  for (const id of statement.sources) {
    const source = topic.sources.find((one) => one.id === id);
    console.log(`  ${source?.tier}: ${JSON.stringify(source?.origin)} ${source?.url ?? 'no address'}`);
  }
}

function keyOf({ topic, statement }: { topic: { id: string }; statement: { id: string } }): string {
  return `${topic.id}/${statement.id}`;
}
