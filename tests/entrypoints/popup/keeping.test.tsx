import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { provideFolder } from '../../folder-in-memory';
import { emptyDatabaseBeforeEach } from '../../stored';
import { makePage, openPopup } from './open-popup';

const persist = vi.fn();
emptyDatabaseBeforeEach();
beforeEach(() => {
  persist.mockReset().mockResolvedValue(true);
  provideFolder({ persist });
});
afterEach(() => vi.restoreAllMocks());

it('the browser is asked to keep what is stored once there is a note, and not before', async () => {
  await openPopup(makePage());
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your note' }), 'The first');
  expect(persist).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(persist).toHaveBeenCalledOnce();
});
