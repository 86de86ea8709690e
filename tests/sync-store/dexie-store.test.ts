import { writeNotes } from '@/lib/db/write-notes';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { describeStore } from './contract';

emptyDatabaseBeforeEach();

describeStore('the database', async () => ({ store: createDexieStore(), write: writeNotes }));
