import { resolve } from 'node:path';

/** Where the shipped pack is written: a folder of readable files. */
export const SHIPPED_FOLDER = resolve(import.meta.dirname, '../../public/packs/tech-war');
