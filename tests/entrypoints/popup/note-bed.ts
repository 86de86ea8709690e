/** What tests of notes in the popup stand on. */
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { replacePack } from '@/lib/db/packs';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { ARTICLE } from './open-popup';

/** The addresses of the page that the popup is of. */
export const HERE = { canonical: ARTICLE.canonical, url: ARTICLE.url };

/** Before each test: no notes, and a pack of two topics. */
export function layNoteBed(): void {
  emptyDatabaseBeforeEach();
  beforeEach(async () => {
    localStorage.clear();
    await replacePack(makePack([makeTopic(), makeTopic({ id: 'nvidia', group: 'nvidia' })]));
  });
  afterEach(() => vi.restoreAllMocks());
}

/** The field for a new note. */
export const noteField = () => screen.findByRole('textbox', { name: 'Your note' });
