import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadOwnOfTopic } from '@/components/hooks/use-own-of-topic';
import { AddedEvents } from '@/entrypoints/options/AddedEvents';
import { toOwnPack } from '@/lib/card/own-pack';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { findViolations } from '@/tests/axe';
import { makeNote, makePack, makeTopic, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();
const TOPIC = makeTopic();
beforeEach(async () => {
  await replacePack(makePack([TOPIC]));
});

/** What another reader saves of their events on the topic. */
function makeFile(dates: string[], replica = '00112233aabbccdd', topic = TOPIC): File {
  const notes = dates.map((date, at) =>
    makeNote({
      id: `note:${testId('n', at)}`,
      topics: [topic.id],
      event: { date, text: 'A licence was granted.' },
    }),
  );
  const about = { name: 'Events added on Huawei', today: '2026-11-29', replica };
  return new File([JSON.stringify(toOwnPack(topic, notes, about))], 'from-anna.json');
}

const give = (file: File) => userEvent.upload(screen.getByLabelText('File with a pack of events'), file);
const addedDates = async () => {
  const { shown } = await loadOwnOfTopic(TOPIC);
  return shown.events.slice(TOPIC.events.length).map(({ date }) => date);
};

it('takes a pack in, says what it is and where it is from, and gives its events to the topic', async () => {
  const { container } = render(<AddedEvents />);
  await give(makeFile(['2025-10-02', '2025-10-03']));
  expect(await screen.findByText('2 events from from-anna.json added.')).toBeVisible();
  expect(await screen.findByText('Events added on Huawei')).toBeVisible();
  expect(screen.getByText(/^2 events, from from-anna\.json\. The pack is of 29 Nov 2026;/)).toBeVisible();
  expect(await addedDates()).toEqual(['2025-10-02', '2025-10-03']);
  expect(await findViolations(container)).toEqual([]);
});

it('puts a newer file of a pack in the place of the former one, and keeps that of another reader', async () => {
  render(<AddedEvents />);
  await give(makeFile(['2025-10-02']));
  await screen.findByText('1 event from from-anna.json added.');
  await give(makeFile(['2025-10-02', '2025-10-04']));
  await screen.findByText('2 events from from-anna.json added, in place of what this pack had before.');
  await give(makeFile(['2025-11-01'], 'ffffffffffffffff'));
  await screen.findByText('1 event from from-anna.json added.');
  expect(await addedDates()).toEqual(['2025-10-02', '2025-10-04', '2025-11-01']);
});

it('removes a pack, and puts it back', async () => {
  const { container } = render(<AddedEvents />);
  await give(makeFile(['2025-10-02']));
  const name = 'Remove Events added on Huawei, from from-anna.json';
  await userEvent.click(await screen.findByRole('button', { name }));
  expect(await screen.findByText('Events added on Huawei removed.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
  await waitFor(() => expect(document.body).not.toHaveFocus());
  expect(await addedDates()).toEqual([]);
  expect(await findViolations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
  expect(await screen.findByRole('button', { name })).toBeVisible();
  await waitFor(() => expect(document.body).not.toHaveFocus());
  expect(await addedDates()).toEqual(['2025-10-02']);
});

it('says where no pack has the topic', async () => {
  render(<AddedEvents />);
  await give(makeFile(['2025-10-02'], undefined, makeTopic({ id: 'unheard-of' })));
  expect(
    await screen.findByText(/None of your packs has its topic, so it shows nothing yet\.$/),
  ).toBeVisible();
});

it('refuses what is no such pack, with the reason, and keeps what there is', async () => {
  render(<AddedEvents />);
  await give(makeFile(['2025-10-02']));
  await screen.findByText('1 event from from-anna.json added.');
  await give(new File(['{'], 'broken.json'));
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent(/A pack file cannot be used: broken\.json: .*not JSON/);
  expect(await addedDates()).toEqual(['2025-10-02']);
});

it('says so where there is no room for it', async () => {
  render(<AddedEvents />);
  vi.spyOn(database.added, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  await give(makeFile(['2025-10-02']));
  expect(await screen.findByText('The disk or the space for this browser is full.')).toBeVisible();
  expect(await addedDates()).toEqual([]);
});
