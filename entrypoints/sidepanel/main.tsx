import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import '@/components/base.css';
import '@/components/page.css';
import './sidepanel.css';
// Needed at once: fetched with the rest, not after it (see `with-dexie`).
import '@/lib/db/database';
import { App } from './App';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
