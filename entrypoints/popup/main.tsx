import { i18n } from '#i18n';
import '@/components/theme.css';
import '@/components/base.css';
import '@/components/page.css';
import { mountPage } from '@/components/mount-page';
import { App } from './App';

mountPage(<App />, i18n.t('extension.name'));
