import { i18n } from '#i18n';
import '@/components/theme.css';
import '@/components/base.css';
import '@/components/page.css';
import './options.css';
import { mountPage } from '@/components/mount-page';
import { requestAccess } from '@/lib/vault/permission';
// Needed at once: fetched with the rest, not after it (see `with-dexie`).
import '@/lib/db/database';
import { App } from './App';
import { findFolderPicker } from './pick-folder';

mountPage(<App asking={{ requestAccess, pickFolder: findFolderPicker() }} />, i18n.t('options.title'));
