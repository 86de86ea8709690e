import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import '@/components/base.css';
import './card.css';
import { App } from './App';
import { receivePort } from './receive-port';

// Listening before React starts: the port comes as soon as the frame has loaded.
const port = receivePort(window);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App port={port} />);
