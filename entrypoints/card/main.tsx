import { i18n } from '#i18n';
import '@/components/theme.css';
import '@/components/base.css';
import './card.css';
import { mountPage } from '@/components/mount-page';
import { App } from './App';
import { receivePort } from './receive-port';

// Listening before React starts: the port comes as soon as the frame has loaded.
const port = receivePort(window);
mountPage(<App port={port} />, i18n.t('extension.name'));
