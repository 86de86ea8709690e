/** The module that the content script imports: it begins as it is loaded. */
import { createBrowserPort } from './browser-port';
import { startReader } from './session';

startReader(document, createBrowserPort());
