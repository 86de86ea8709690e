import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ChangePassphrase } from '@/components/sync/ChangePassphrase';
import { LeaveVault } from '@/components/sync/LeaveVault';
import { ReplicaList } from '@/components/sync/ReplicaList';
import { RoundHistory } from '@/components/sync/RoundHistory';
import { DetailsPart, SyncDetails } from '@/components/sync/SyncDetails';
import type { Round } from '@/components/sync/sync-state';
import { type Carrying, ZipFile } from '@/components/sync/ZipFile';
import { AppError } from '@/lib/model/app-error';
import type { Replica } from '@/lib/vault/replicas';
import { press } from '@/tests/press';
import { findViolations } from '../../axe';
import { makeAsking, makeReport, makeRound, NOW } from './sync-builders';

describe('the history', () => {
  it.each([
    { fields: {}, says: ['Nothing new'] },
    {
      fields: {
        report: makeReport({
          pulled: { segments: 2, changes: 9, added: 2, updated: 1, conflicts: 1 },
          pushed: { segments: 1, changes: 4 },
        }),
      },
      says: ['2 notes added', '1 note changed', '1 note with two texts', '4 changes sent'],
    },
    { fields: { report: makeReport({ healed: 1, rescued: 1 }) }, says: ['2 files repaired there'] },
    {
      fields: { report: makeReport({ unusable: { torn: 1, locked: 0, newer: 0, tooLarge: 0, invalid: 0 } }) },
      says: ['1 file could not be used'],
    },
    { fields: { state: 'stopped', report: null }, says: ['Stopped'] },
    {
      fields: { state: 'failed', report: null, code: 'remote-failed', detail: '502' },
      says: ['Your storage reports a failure of its own. Error 26 (502)'],
    },
  ] satisfies { fields: Partial<Round>; says: string[] }[])('says $says', async ({ fields, says }) => {
    const { container } = render(<RoundHistory rounds={[makeRound(fields)]} now={NOW} />);
    const [row] = within(screen.getByRole('list', { name: 'Rounds' })).getAllByRole('listitem');
    const deeds = within(row as HTMLElement).getAllByRole('listitem');
    expect(deeds.map((deed) => deed.textContent)).toEqual(says);
    expect(await findViolations(container)).toEqual([]);
  });

  it('shows a few rounds first, and all when asked', async () => {
    const rounds = Array.from({ length: 8 }, (_, index) => makeRound({ startedAt: NOW - index * 60_000 }));
    render(<RoundHistory rounds={[makeAsking(), ...rounds]} now={NOW} />);
    expect(screen.getAllByText('by the clock')).toHaveLength(5);
    await press('Show 4 more');
    expect(screen.getAllByText('by the clock')).toHaveLength(9);
    expect(screen.getByText('Asked first')).toBeVisible();
  });

  it('names the day of a round that was not today', () => {
    render(<RoundHistory rounds={[makeRound({ startedAt: NOW - 86_400_000 })]} now={NOW} />);
    expect(screen.getByText(/^17 Sep 2026 at /)).toBeVisible();
  });
});

describe('the machines', () => {
  const REPLICAS: Replica[] = [
    { id: 'b'.repeat(16), name: '', lastSeenAt: null, isSelf: false, isRetired: false },
    { id: 'c'.repeat(16), name: 'Old laptop', lastSeenAt: NOW - 9e9, isSelf: false, isRetired: true },
    { id: 'a'.repeat(16), name: 'Desk', lastSeenAt: NOW, isSelf: true, isRetired: false },
    { id: 'd'.repeat(16), name: 'Laptop', lastSeenAt: NOW - 86_400_000, isSelf: false, isRetired: false },
  ];
  const show = () => {
    const onName = vi.fn();
    const onRetire = vi.fn();
    const rendered = render(
      <ReplicaList
        replicas={REPLICAS}
        now={NOW}
        nameHint="Your other machines show it."
        onName={onName}
        onRetire={onRetire}
      />,
    );
    return { ...rendered, onName, onRetire };
  };

  it('are listed with this one first and the retired last', async () => {
    const { container } = show();
    const rows = within(screen.getByRole('list', { name: 'Machines' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Deskthis one',
      'Laptoplast seen on 17 Sep 2026Retire',
      'Machine bbbbnot seen yetRetire',
      'Old laptopretired',
    ]);
    expect(await findViolations(container)).toEqual([]);
  });

  it('can be retired one by one, but not this one', async () => {
    const { onRetire } = show();
    expect(screen.getAllByRole('button', { name: /^Retire/ })).toHaveLength(2);
    await press('Retire Laptop');
    expect(onRetire).toHaveBeenCalledExactlyOnceWith('d'.repeat(16));
  });

  it('take a name for this one', async () => {
    const { onName } = show();
    const field = screen.getByLabelText('Name of this machine');
    expect(field).toHaveValue('Desk');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, ' Study {Enter}');
    expect(onName).toHaveBeenCalledExactlyOnceWith('Study');
  });
});

describe('another passphrase', () => {
  const OLD = 'Current passphrase';
  const NEW = 'New passphrase';

  it('is taken, and what was typed goes', async () => {
    const onChange = vi.fn(async () => {});
    const { container } = render(<ChangePassphrase onChange={onChange} />);
    await userEvent.type(screen.getByLabelText(OLD), 'plum blossom');
    await userEvent.type(screen.getByLabelText(NEW), 'lantern orbit plum tuesday');
    await press('Change passphrase');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('plum blossom', 'lantern orbit plum tuesday');
    expect(await screen.findByText(/^The passphrase is changed\./)).toBeVisible();
    expect(screen.getByLabelText(NEW)).toHaveValue('');
    expect(await findViolations(container)).toEqual([]);
  });

  it('stays typed where the current one is wrong', async () => {
    const onChange = vi.fn(async () => {
      throw new AppError('passphrase-wrong');
    });
    const { container } = render(<ChangePassphrase onChange={onChange} />);
    await userEvent.type(screen.getByLabelText(OLD), 'wrong');
    await userEvent.type(screen.getByLabelText(NEW), 'lantern orbit plum tuesday');
    await press('Change passphrase');
    expect(await screen.findByRole('alert')).toHaveTextContent('The passphrase does not open these notes.');
    expect(screen.getByLabelText(NEW)).toHaveValue('lantern orbit plum tuesday');
    expect(await findViolations(container)).toEqual([]);
  });

  it('is not tried where one of the two is missing', async () => {
    const onChange = vi.fn(async () => {});
    render(<ChangePassphrase onChange={onChange} />);
    await userEvent.type(screen.getByLabelText(NEW), 'short');
    await press('Change passphrase');
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByLabelText(OLD)).toBeInvalid();
    expect(screen.getByLabelText(NEW)).toBeInvalid();
  });
});

describe('leaving', () => {
  const show = () => {
    const on = { onEdit: vi.fn(), onMove: vi.fn(), onDisconnect: vi.fn() };
    return { ...render(<LeaveVault vault="own" {...on} />), ...on };
  };

  it('is asked once, in its place, and says what stays', async () => {
    const { container, onDisconnect } = show();
    await press('Disconnect');
    expect(onDisconnect).not.toHaveBeenCalled();
    const question = screen.getByText(/^Your notes stay in this browser/);
    expect(question).toHaveFocus();
    expect(await findViolations(container)).toEqual([]);
    await press('Stay connected');
    expect(screen.getByRole('button', { name: 'Disconnect' })).toHaveFocus();
    await press('Disconnect');
    await press('Disconnect');
    expect(onDisconnect).toHaveBeenCalledOnce();
  });

  it('offers another place, and another address where there is one', async () => {
    const { onEdit, onMove } = show();
    await press('Move to another place');
    await press('Change address or sign-in');
    expect(onMove).toHaveBeenCalledOnce();
    expect(onEdit).toHaveBeenCalledOnce();
  });
});

it('details are folded away until they are wanted', async () => {
  const { container } = render(
    <SyncDetails>
      <DetailsPart heading="Rounds">
        <p>Nothing new</p>
      </DetailsPart>
    </SyncDetails>,
  );
  expect(screen.getByText('Nothing new')).not.toBeVisible();
  await userEvent.click(screen.getByText('Details'));
  expect(screen.getByText('Nothing new')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Rounds' })).toBeVisible();
  expect(await findViolations(container)).toEqual([]);
});

describe('a file', () => {
  const show = (carrying: Carrying) => {
    const on = { onSave: vi.fn(), onTake: vi.fn() };
    return { ...render(<ZipFile carrying={carrying} {...on} />), ...on };
  };

  it('is saved and brought in', async () => {
    const { container, onSave, onTake } = show({ state: 'idle' });
    await press('Save a .zip file');
    expect(onSave).toHaveBeenCalledOnce();
    const file = new File(['PK'], 'notes.zip', { type: 'application/zip' });
    await userEvent.upload(screen.getByLabelText('.zip file with notes'), file);
    expect(onTake).toHaveBeenCalledExactlyOnceWith(file);
    expect(await findViolations(container)).toEqual([]);
  });

  it('tells what came in, and what is wrong with one that is none', async () => {
    const applied = { added: 2, updated: 0, known: 1, conflicts: 0 };
    const { container, unmount } = show({ state: 'taken', fileName: 'notes.zip', applied });
    expect(screen.getByText('2 notes added')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    unmount();
    show({ state: 'failed', error: new AppError('import-invalid', { detail: 'notes.zip: no zip file' }) });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The file cannot be imported: notes.zip: no zip file',
    );
  });
});
