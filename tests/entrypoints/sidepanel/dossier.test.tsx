import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { replaceAdded } from '@/lib/db/added-packs';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import type { TimelineEvent } from '@/lib/model/pack';
import { moveNote } from '@/lib/notes/move-note';
import { createNote } from '@/lib/notes/write-note';
import { parsePack } from '@/lib/packs/parse-pack';
import { findViolations } from '../../axe';
import { makeDraft, makeTarget } from '../../builders';
import { layPanelBed, openPanel } from './open-panel';

layPanelBed();

describe('the dossier', () => {
  it('has all notes on the topic among its events, with what is later folded away', async () => {
    const noteOn = (published: string | null, body: string) =>
      createNote(makeDraft({ body, topics: ['huawei'], target: makeTarget({ published }) }));
    await noteOn('2025-09-20', 'After the event');
    await noteOn('2026-03-01', 'Much later');
    await noteOn(null, 'Nobody knows when');
    const { container } = await openPanel('#topic=huawei');
    await userEvent.click(await screen.findByRole('button', { name: 'Dossier' }));
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    await within(dossier).findByText('After the event');
    const entries = [...dossier.querySelectorAll(':scope > ol > li')].map((entry) => entry.textContent);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatch(/^20 Sep 2025.*After the event/);
    expect(entries[1]).toMatch(/^18 Sep 2025.*It happened\./);
    expect(within(dossier).getByText('Much later').closest('details')).not.toHaveAttribute('open');
    const undated = within(dossier).getByRole('region', { name: "Notes without an article's date" });
    expect(undated).toHaveTextContent('Nobody knows when');
    expect(await findViolations(container)).toEqual([]);
  });

  it("has the reader's own events by their dates, and gives them out as a pack", async () => {
    const ownOn = (date: string, text: string) =>
      createNote(makeDraft({ body: '', topics: ['huawei'], target: makeTarget(), event: { date, text } }));
    await ownOn('2025-09-19', 'A licence was granted.');
    await ownOn('2026-02', 'It was taken back.');
    const files: Blob[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return 'blob:pack';
    };
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    const { container } = await openPanel('#dossier=huawei');
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    expect(await within(dossier).findByText('A licence was granted.')).toBeVisible();
    const entries = [...dossier.querySelectorAll(':scope > ol > li')].map((entry) => entry.textContent);
    expect(entries[0]).toMatch(/^19 Sep 2025Your event of 19 Sep 2025A licence was granted\./);
    expect(entries).toHaveLength(2);
    expect(within(dossier).getByText('It was taken back.').closest('details')).not.toHaveAttribute('open');
    expect(dossier).toHaveTextContent(/No notes of yours.*2 events/);
    expect(await findViolations(container)).toEqual([]);

    await userEvent.click(within(dossier).getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    await userEvent.click(within(dossier).getByRole('button', { name: 'Save your events as a pack' }));
    const pack = parsePack(JSON.parse((await files[0]?.text()) ?? ''));
    expect(pack.contents[0]?.events.map(({ date }) => date).toSorted()).toEqual(['2025-09-19', '2026-02']);
  });

  it('has what is shared on the topic, too, and gives no event of others out as one of the reader’s own', async () => {
    await rememberSharedVault();
    const event = { date: '2025-09-19', text: 'A licence was granted.' };
    const note = await createNote(makeDraft({ body: '', topics: ['huawei'], target: makeTarget(), event }));
    await moveNote(note, 'shared');
    await openPanel('#dossier=huawei');
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    expect(await within(dossier).findByText('A licence was granted.')).toBeVisible();
    expect(within(dossier).queryByRole('button', { name: 'Save your events as a pack' })).toBeNull();
  });

  it('has the events of a pack that was added, folded where they are later, and says where they are from', async () => {
    const event = (id: string, date: string, text: string): TimelineEvent => ({
      id,
      date,
      text,
      status: 'happened',
      sources: [],
    });
    await replaceAdded('own-huawei-00112233', [
      {
        pack: 'own-huawei-00112233',
        topic: 'huawei',
        topics: ['huawei'],
        name: 'Events of Anna',
        fileName: 'anna.json',
        published: '2026-11-29',
        added: '2026-11-30',
        events: [
          event('a', '2025-09-19', 'A licence was granted.'),
          event('b', '2026-02', 'It was taken back.'),
        ],
        sources: [],
      },
    ]);
    const { container } = await openPanel('#dossier=huawei');
    const dossier = await screen.findByRole('article', { name: 'Dossier on Huawei' });
    const entry = (await within(dossier).findByText('A licence was granted.')).closest('li') as HTMLElement;
    expect(entry).toHaveTextContent(/^19 Sep 2025.*added pack.*Events of Anna/);
    expect(within(dossier).getByText('It was taken back.').closest('details')).not.toHaveAttribute('open');
    expect(within(dossier).queryByRole('button', { name: 'Save your events as a pack' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });
});
