import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { AccountForm } from '@/components/sync/AccountForm';
import { SyncLine } from '@/components/sync/SyncLine';
import { WhereQuestion } from '@/components/sync/WhereQuestion';
import { findViolations } from '../../axe';
import { makeAsking } from './sync-builders';

it('asks one question with nothing chosen, and says that notes stay here until then', async () => {
  const onWhere = vi.fn();
  const { container, rerender } = render(
    <WhereQuestion where={null} onWhere={onWhere} accountNotes={270} hasFolders />,
  );
  expect(screen.getByRole('radiogroup', { name: 'Where should your notes live?' })).toBeVisible();
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
  expect(screen.getByText('Until you choose, they stay in this browser only.')).toBeVisible();
  const account = screen.getByRole('radio', { name: 'My browser account' });
  expect(account).toHaveAccessibleDescription(/About 270 notes fit.*maker of your browser/);
  await userEvent.click(account);
  expect(onWhere).toHaveBeenCalledExactlyOnceWith('account');
  expect(await findViolations(container)).toEqual([]);
  rerender(<WhereQuestion where="account" onWhere={onWhere} accountNotes={270} hasFolders />);
  expect(account).toBeChecked();
  expect(screen.queryByText(/^Until you choose/)).toBeNull();
});

it('promises a local folder only where the browser can keep one', () => {
  const { rerender } = render(
    <WhereQuestion where={null} onWhere={() => {}} accountNotes={270} hasFolders={false} />,
  );
  expect(screen.queryByText(/folder on this machine/)).toBeNull();
  rerender(<WhereQuestion where={null} onWhere={() => {}} accountNotes={270} hasFolders />);
  expect(screen.getByText(/folder on this machine/)).toBeVisible();
});

it('the browser’s account needs nothing typed', async () => {
  const onConnect = vi.fn();
  const { container } = render(
    <AccountForm
      encryption={{ isOn: false, passphrase: '' }}
      onEncryption={() => {}}
      onConnect={onConnect}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
  expect(onConnect).toHaveBeenCalledExactlyOnceWith(null);
  expect(await findViolations(container)).toEqual([]);
});

it('one quiet line: a control only where the reader has something to do', async () => {
  const onOpen = vi.fn();
  const { rerender } = render(<SyncLine state={{ state: 'inStep', asOf: 0 }} onOpen={onOpen} />);
  expect(screen.getByText('In step')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<SyncLine state={{ state: 'asks', round: makeAsking() }} onOpen={onOpen} />);
  await userEvent.click(screen.getByRole('button', { name: 'Sync asks you' }));
  expect(onOpen).toHaveBeenCalledOnce();
});
