import { i18n } from '#i18n';
import '@/components/theme.css';
import '@/components/base.css';
import './card.css';
import { mountPage } from '@/components/mount-page';
import { loadTheme } from '@/lib/settings/stored-theme';
import { App } from './App';
import { readName, receivePort } from './receive-port';
import { openSession } from './session';

// Before React starts. The port comes when the frame has loaded; the topic that is to be shown first stands in its name.
const session = openSession(receivePort(window), readName(window));
void loadTheme().then((theme) =>
  mountPage(<App session={session} theme={theme} />, i18n.t('extension.name')),
);
