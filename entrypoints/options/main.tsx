import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import '@/components/base.css';
import './options.css';
import { requestAccess } from '@/lib/vault/permission';
import { App } from './App';
import { findFolderPicker } from './pick-folder';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App asking={{ requestAccess, pickFolder: findFolderPicker() }} />);
