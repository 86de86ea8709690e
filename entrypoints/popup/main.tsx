import { i18n } from '#i18n';
import '@/components/theme.css';
import '@/components/base.css';
import '@/components/page.css';
import { mountPage } from '@/components/mount-page';
// Needed at once: fetched with the rest, not after it (see `with-dexie`).
import '@/lib/db/database';
import { App } from './App';

mountPage(<App />, i18n.t('extension.name'));
