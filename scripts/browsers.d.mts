export type BrowserName = 'chromium' | 'firefox';
export function findBrowser(name: BrowserName): string | null;
export function ensureBrowser(name: BrowserName, node: string): string;
