import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { YourNotes } from '@/entrypoints/options/YourNotes';
import { database } from '@/lib/db/database';
import { createNote } from '@/lib/notes/write-note';
import { choose } from '@/tests/press';
import { findViolations } from '../../axe';
import { makeDraft, makeTarget } from '../../builders';
import { serveLocales, speak } from '../../speak';
import { emptyDatabaseBeforeEach, takeStore } from '../../stored';

emptyDatabaseBeforeEach();

/** The files that were handed to the browser. */
let saved: { name: string; content: Blob }[] = [];

beforeEach(() => {
  serveLocales();
  saved = [];
  const contents: Blob[] = [];
  URL.createObjectURL = vi.fn((content: Blob) => {
    contents.push(content);
    return 'blob:1';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const content = contents.at(-1);
    if (content) saved.push({ name: this.download, content });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const exportAll = () => userEvent.click(screen.getByRole('button', { name: 'Export all notes' }));
const give = (text: string, name: string) =>
  userEvent.upload(screen.getByLabelText('File with notes'), new File([text], name));

const ENDINGS = [
  { format: 'Backup', ending: '.json', purpose: /^Every note of your own with its history/ },
  { format: 'JSON-LD', ending: '.jsonld', purpose: /^W3C Web Annotations/ },
  { format: 'Markdown', ending: '.md', purpose: /^One text file/ },
  { format: 'Markdown .zip', ending: '-markdown.zip', purpose: /^A text file for each article/ },
  { format: 'CSV', ending: '.csv', purpose: /^A table with a row for each note/ },
  { format: 'HTML', ending: '.html', purpose: /^One page that needs nothing else/ },
];

describe('export', () => {
  it.each(ENDINGS)(
    'as $format says what it is for, and saves one file',
    async ({ format, ending, purpose }) => {
      await createNote(makeDraft({ target: makeTarget(), body: 'First' }));
      const { container } = render(<YourNotes />);
      await choose(format);
      expect(screen.getByRole('button', { name: 'Export all notes' })).toHaveAccessibleDescription(purpose);
      await exportAll();
      expect(await screen.findByText(/^1 note exported to notes-/)).toHaveTextContent(ending);
      expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^notes-\d{4}-\d\d-\d\d/)]);
      expect(saved[0]?.name.endsWith(ending)).toBe(true);
      expect(await findViolations(container)).toEqual([]);
    },
  );

  it('of nothing says so, and saves nothing', async () => {
    render(<YourNotes />);
    await exportAll();
    expect(await screen.findByText('There is no note to export.')).toBeVisible();
    expect(saved).toEqual([]);
  });

  it('that fails says what is safe and what to do', async () => {
    await createNote(makeDraft());
    render(<YourNotes />);
    await screen.findByText('You have 1 note, kept in this browser.');
    vi.spyOn(database.notes, 'where').mockImplementation(() => {
      throw new DOMException('gone', 'InvalidStateError');
    });
    await exportAll();
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(saved).toEqual([]);
  });
});

describe('import', () => {
  it.each(['JSON-LD', 'CSV', 'Backup'])(
    'takes in what was exported as %s, whatever the file is called',
    async (format) => {
      await createNote(makeDraft({ target: makeTarget(), body: 'First' }));
      render(<YourNotes />);
      await choose(format);
      await exportAll();
      await waitFor(() => expect(saved).toHaveLength(1));
      const text = (await saved[0]?.content.text()) ?? '';
      await takeStore();
      await give(text, 'renamed.csv');
      expect(await screen.findByText('1 note added')).toBeVisible();
      await give(text, 'renamed.csv');
      expect(await screen.findByText('1 note was there already')).toBeVisible();
    },
  );

  it('refuses a table with the line that is wrong', async () => {
    const { container } = render(<YourNotes />);
    await give('Note,Address,Note ID\nfirst,https://a.example,broken', 'notes.csv');
    expect(await screen.findByText('Nothing was imported from notes.csv')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('line 2: Note ID: not an id of a note');
    expect(await findViolations(container)).toEqual([]);
  });
});

it('is said in Chinese where the browser is', async () => {
  await speak('zh_CN');
  render(<YourNotes />);
  await choose('网页（HTML）');
  expect(screen.getByRole('button', { name: '导出全部笔记' })).toHaveAccessibleDescription(
    /^一个无需其他文件的网页/,
  );
});
