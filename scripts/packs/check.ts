/** `npm run pack:check`: what is wrong with the shipped pack, or with the one in `-- --pack FOLDER`. Ends with 1 where something is. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack } from './check-pack.ts';
import { readPack } from './read-pack.ts';
import { SHIPPED_FOLDER } from './shipped-folder.ts';

const { values } = parseArgs({ options: { pack: { type: 'string', default: SHIPPED_FOLDER } } });
const files = readPack(resolve(values.pack));
const flaws = checkPack(files, new Date().toISOString().slice(0, 10));
for (const { file, path, message, isWarning } of flaws) {
  console.log(`${isWarning ? 'warning' : 'error'}: ${file}: ${path ? `${path} ` : ''}${message}`);
}
const warnings = flaws.filter(({ isWarning }) => isWarning).length;
console.log(`${Object.keys(files).length} files, ${flaws.length - warnings} errors, ${warnings} warnings`);
process.exitCode = flaws.length > warnings ? 1 : 0;
