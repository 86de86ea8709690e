import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { replacePack } from '@/lib/db/packs';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft, makePack, makeTopic } from '../../builders';
import { openCard, prepareCards } from './open-card';

prepareCards();

describe('a topic that another one was merged into', () => {
  beforeEach(async () => {
    const card = makeTopic({ relations: [{ type: 'makes', topic: 'ascend-910', status: 'happened' }] });
    const merged = makeTopic({ id: 'ascend', facts: [], formerIds: ['ascend-910'] });
    await replacePack(makePack([card, merged]));
  });

  it('opens by the id of before, with the notes written under it', async () => {
    await createNote(makeDraft({ topics: ['ascend-910'], body: 'Ask for the yield' }));
    openCard().show({ topic: 'ascend-910' });
    await screen.findByRole('article', { name: 'Ascend' });
    await userEvent.click(await screen.findByRole('button', { name: 'Notes (1)' }));
    expect(await screen.findByText('Ask for the yield')).toBeTruthy();
  });

  it('is where relations to the id of before lead', async () => {
    openCard().show();
    await userEvent.click(await screen.findByRole('button', { name: 'Background' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    expect(await screen.findByRole('article', { name: 'Ascend' })).toBeTruthy();
  });
});
