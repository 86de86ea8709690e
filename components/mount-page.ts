import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';

/** Renders a page of the extension, and tells the document its title and the language of our sentences. */
export function mountPage(page: ReactNode, title: string): void {
  document.documentElement.lang = i18n.t('shared.locale');
  document.title = title;
  const root = document.getElementById('root');
  if (root) createRoot(root).render(page);
}
