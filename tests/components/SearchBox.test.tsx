import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Found } from '@/components/hooks/use-search';
import { SearchBox } from '@/components/SearchBox';
import type { Note } from '@/lib/model/note';
import { NO_FILTER, type NoteFilter, type NoteOrder } from '@/lib/model/note-query';
import { findViolations } from '@/tests/axe';
import { makeNote, makeTopic, testId } from '@/tests/builders';

type Given = { notes?: Note[]; unindexed?: number; onOpenNote?: (id: string) => void };

function toNotes(count: number): Note[] {
  return Array.from({ length: count }, (_, at) =>
    makeNote({ id: `note:${testId('n', at)}`, body: `Note ${at + 1}` }),
  );
}

function Box({ notes = toNotes(2), unindexed = 0, onOpenNote = () => {} }: Given) {
  const [query, setQuery] = useState('note');
  const [filter, onFilter] = useState<NoteFilter>(NO_FILTER);
  const [order, onOrder] = useState<NoteOrder>('relevance');
  const [isOpen, onOpen] = useState(false);
  const choices = { topics: [{ id: 'huawei', name: 'Huawei' }], tags: ['hbm'], sites: ['ft.com'] };
  const found: Found = {
    topics: [makeTopic()],
    notes: {
      count: notes.length,
      idAt: (place) => notes[place]?.id,
      at: (place) => notes[place] ?? null,
      show: () => {},
    },
    settled: true,
    unindexed,
    narrowing: {
      filter,
      order,
      choices,
      onFilter,
      onOrder,
      isOpen,
      onOpen,
    },
  };
  return (
    <>
      <SearchBox
        query={query}
        prefilled={false}
        found={found}
        onQuery={setQuery}
        onOpenTopic={() => {}}
        onOpenNote={onOpenNote}
      />
      <pre>{JSON.stringify({ filter, order })}</pre>
    </>
  );
}

const asked = () => JSON.parse(document.querySelector('pre')?.textContent ?? '');

describe('the results', () => {
  it('say how many there are, and each its place among them', async () => {
    const { container } = render(<Box />);
    expect(screen.getByRole('status')).toHaveTextContent('3 results');
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-posinset'))).toEqual(['1', '2', '3']);
    expect(options.every((option) => option.getAttribute('aria-setsize') === '3')).toBe(true);
    expect(await findViolations(container)).toEqual([]);
  });

  it('say how many notes are not found yet', () => {
    render(<Box unindexed={12} />);
    expect(screen.getByRole('status')).toHaveTextContent('Still indexing 12 notes.');
  });

  describe('of which there are many', () => {
    beforeEach(() => {
      // jsdom lays nothing out.
      vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(360);
      vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(36);
    });
    afterEach(() => {
      vi.restoreAllMocks();
    });

    it('are there only where they are in sight, and are told as all of them', async () => {
      const { container } = render(<Box notes={toNotes(5_000)} />);
      const options = await screen.findAllByRole('option', { name: /^Note/ });
      expect(options.length).toBeLessThan(60);
      expect(options[0]).toHaveAttribute('aria-posinset', '2');
      expect(options[0]).toHaveAttribute('aria-setsize', '5001');
      expect(await findViolations(container)).toEqual([]);
    });

    it('have the chosen one there, however far it is', async () => {
      const onOpenNote = vi.fn();
      render(<Box notes={toNotes(5_000)} onOpenNote={onOpenNote} />);
      const field = screen.getByRole('combobox', { name: 'Search topics and notes' });
      await userEvent.type(field, '{ArrowUp}');
      const chosen = screen.getByRole('option', { selected: true });
      expect(chosen).toHaveTextContent('Note 5000');
      expect(field).toHaveAttribute('aria-activedescendant', chosen.id);
      await userEvent.type(field, '{Enter}');
      expect(onOpenNote).toHaveBeenCalledWith(`note:${testId('n', 4_999)}`);
    });
  });
});

describe('the filter', () => {
  async function unfold() {
    const rendered = render(<Box />);
    await userEvent.click(screen.getByText('Filter'));
    return rendered;
  }

  it('narrows down by topic, tag, site and days, says how many are set, and is cleared at once', async () => {
    const { container } = await unfold();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Topic' }), 'Huawei');
    await userEvent.type(screen.getByRole('combobox', { name: 'Tag' }), 'hbm');
    await userEvent.type(screen.getByRole('combobox', { name: 'Site' }), 'ft');
    await userEvent.type(screen.getByLabelText('From'), '2026-01-02');
    await userEvent.type(screen.getByLabelText('To'), '2026-11-29');
    expect(asked().filter).toEqual({
      topic: 'huawei',
      tag: 'hbm',
      site: 'ft',
      from: '2026-01-02',
      to: '2026-11-29',
    });
    expect(screen.getByText('Filter (5 set)')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(asked().filter).toEqual(NO_FILTER);
  });

  it('leaves the focus in the search when what was pressed or typed in goes away', async () => {
    await unfold();
    const field = screen.getByRole('combobox', { name: 'Search topics and notes' });
    const tag = () => screen.getByRole('combobox', { name: 'Tag' });
    await userEvent.type(tag(), 'hbm');
    await userEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(field).toHaveFocus();
    await userEvent.type(tag(), 'h');
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    await userEvent.type(tag(), '{Backspace}');
    expect(field).toHaveFocus();
  });

  it('puts the newest first where that is chosen', async () => {
    await unfold();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Newest first');
    expect(asked().order).toBe('date');
  });

  it('stays while it is set, also without a word to look for', async () => {
    await unfold();
    await userEvent.type(screen.getByRole('combobox', { name: 'Tag' }), 'hbm');
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(within(screen.getByRole('listbox')).getAllByRole('option').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
