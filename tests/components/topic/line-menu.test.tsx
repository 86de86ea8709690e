import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { valueOr } from '@/components/hooks/use-live';
import { useNotesOfTopic } from '@/components/hooks/use-notes-of-topic';
import type { SectionName } from '@/components/topic/section-name';
import { TopicCard } from '@/components/topic/TopicCard';
import { replacePack } from '@/lib/db/packs';
import type { Note } from '@/lib/model/note';
import type { Pack, Topic } from '@/lib/model/pack';
import { notesOfTopic } from '@/lib/notes/read-notes';
import { NO_SURROUNDINGS } from '@/tests/components/topic/no-surroundings';
import { press } from '@/tests/press';
import { findViolations } from '../../axe';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

const CONTEXT = {
  articleDate: '2025-10-02',
  pageTopics: [],
  today: '2026-11-23',
  languages: ['en'],
};
const ARTICLE = { title: 'An article', canonical: 'https://news.example/a' };
const NO_NOTES: Note[] = [];

const SAID = { status: 'happened' as const, date: '2025-09-18', sources: ['keynote'] };
const TOPIC = makeTopic({
  facts: [
    { ...SAID, id: 'roadmap', text: 'Set out a three-year chip roadmap.' },
    { ...SAID, id: 'memory', text: 'Has its own memory.' },
  ],
  events: [{ ...SAID, id: 'keynote', text: 'Spoke in Shanghai.' }],
  figures: [{ ...SAID, id: 'chips', label: 'Chips', value: 8192, unit: 'chips' }],
  insights: [
    {
      id: 'gap',
      question: 'Is there a gap?',
      topics: [],
      points: [{ ...SAID, id: 'analyst', text: 'There is.', by: 'An analyst' }],
    },
  ],
});

function Card({
  topic,
  section,
  onHolding = () => {},
}: {
  topic: Topic;
  section: SectionName;
  onHolding?: (holding: boolean) => void;
}) {
  const notes = valueOr(useNotesOfTopic(topic), NO_NOTES);
  return (
    <TopicCard
      {...NO_SURROUNDINGS}
      topic={topic}
      context={CONTEXT}
      section={section}
      reading={{ article: ARTICLE, notes, onHolding, arrivals: new Set(), onSeen: () => {} }}
    />
  );
}

async function show(options: { section?: SectionName; pack?: Partial<Pack> } = {}) {
  await replacePack(makePack([TOPIC], options.pack));
  const onHolding = vi.fn();
  const shown = render(
    <Card topic={TOPIC} section={options.section ?? 'background'} onHolding={onHolding} />,
  );
  return { ...shown, onHolding };
}

const openMenu = async (text: string) => {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`^Copy or report “${text}`) }));
  return screen.findByRole('group', { name: 'Copy or report this line' });
};

/** Stands for the browser's clipboard: what a `copy` event puts there. `null` where the browser refuses. */
function bringClipboard(works = true) {
  const clipboard = new Map<string, string>();
  const put = {
    setData: (type: string, text: string) => clipboard.set(type, text),
  };
  document.execCommand = () => {
    if (!works) return false;
    const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
      clipboardData: put,
    });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return clipboard;
}

emptyDatabaseBeforeEach();
beforeEach(() => localStorage.clear());
afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  vi.restoreAllMocks();
});

describe('the menu of a statement', () => {
  it.each([
    { section: 'background' as const, text: 'Set out' },
    { section: 'figures' as const, text: 'Chips: 8,192' },
    { section: 'timeline' as const, text: 'Spoke in' },
    { section: 'insights' as const, text: 'There is' },
  ])('is at every line: $text in $section', async ({ section, text }) => {
    const { container } = await show({ section });
    const menu = await openMenu(text);
    expect(
      within(menu)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Copy', 'Copy as Markdown', 'Report an error']);
    expect(await findViolations(container)).toEqual([]);
  });

  it('is open at one line at a time, and closes by its control and by Escape, which gives the focus back', async () => {
    await show();
    await openMenu('Set out');
    await openMenu('Has its own');
    expect(screen.getAllByRole('group')).toHaveLength(1);
    const control = screen.getByRole('button', { name: /Has its own/, expanded: true });
    await userEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Copy' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(control);
    await openMenu('Has its own');
    await userEvent.click(control);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('copies the statement with all it can be checked at, as text and HTML', async () => {
    const clipboard = bringClipboard();
    const { container } = await show();
    await openMenu('Set out');
    await press('Copy');
    expect((await screen.findByRole('status')).textContent).toBe('Copied');
    expect(clipboard.get('text/plain')).toBe(
      [
        'Set out a three-year chip roadmap.',
        'Huawei · fact · 18 Sep 2025',
        'Source: Huawei keynote · 18 Sep 2025',
        'From Sidelight, pack “Tech war”, version 1.0.0',
        'Article: An article · https://news.example/a',
      ].join('\n'),
    );
    expect(clipboard.get('text/html')).toContain('<a href="https://news.example/a">Article: An article</a>');
    expect(await findViolations(container)).toEqual([]);
  });

  it('copies Markdown as plain text alone', async () => {
    const clipboard = bringClipboard();
    await show();
    await openMenu('Set out');
    await press('Copy as Markdown');
    expect([...clipboard.keys()]).toEqual(['text/plain']);
    expect(clipboard.get('text/plain')).toContain('[Article: An article](<https://news.example/a>)');
  });

  it('shows the text selected where the browser refuses to copy', async () => {
    bringClipboard(false);
    const { container } = await show();
    await openMenu('Set out');
    await press('Copy');
    expect((await screen.findByRole('status')).textContent).toBe(
      'Could not copy; the text is selected for you.',
    );
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
    expect(field.readOnly).toBe(true);
    expect(field.value).toContain('version 1.0.0');
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value);
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('reporting an error', () => {
  const openForm = async () => {
    await openMenu('Set out');
    await press('Report an error');
    return screen.findByRole('textbox', { name: 'What is wrong?' });
  };

  it('opens a form at the line, with the focus in it and the address of the article not given', async () => {
    const { container } = await show();
    const field = await openForm();
    expect(document.activeElement).toBe(field);
    expect(
      screen.getByRole('form', { name: 'Report an error in “Set out a three-year chip roadmap.”' }),
    ).toBeTruthy();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: "Include this article's address" });
    expect(box.checked).toBe(false);
    expect(await findViolations(container)).toEqual([]);
  });

  it('copies the report, opens nothing where the pack has no page for it, and says where to send it', async () => {
    const clipboard = bringClipboard();
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await show();
    await userEvent.type(await openForm(), 'It was two years.');
    await press('Copy the report');
    const text = clipboard.get('text/plain') ?? '';
    expect(text).toContain('huawei/facts.roadmap');
    expect(text).toContain('tech-war 1.0.0');
    expect(text).toContain('It was two years.');
    expect(text).not.toContain('news.example');
    expect(opened).not.toHaveBeenCalled();
    expect(screen.getByText(/^Copied\. Send it to whoever gave you this pack/)).toBeTruthy();
  });

  it('gives source and article where the reader does, and opens the page of the pack', async () => {
    const clipboard = bringClipboard();
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await show({ pack: { reportUrl: 'https://pack.example/report' } });
    await userEvent.type(await openForm(), 'Wrong.');
    await userEvent.type(screen.getByRole('textbox', { name: /^Where is it right/ }), 'The annual report');
    await userEvent.click(screen.getByRole('checkbox'));
    await press('Copy the report');
    expect(clipboard.get('text/plain')).toContain(
      'Source: The annual report\nArticle: https://news.example/a',
    );
    expect(opened).toHaveBeenCalledWith('https://pack.example/report', '_blank', 'noopener');
    expect(screen.getByText('Copied. Paste it into the page that opens.')).toBeTruthy();
  });

  it('says what is missing, and copies nothing', async () => {
    const clipboard = bringClipboard();
    const { container } = await show();
    const field = await openForm();
    await press('Copy the report');
    await press('Keep as my note here');
    expect(screen.getByText('Say what is wrong first.').id).toBe(field.getAttribute('aria-describedby'));
    expect(document.activeElement).toBe(field);
    expect(clipboard.size).toBe(0);
    expect(await notesOfTopic('huawei')).toEqual([]);
    expect(await findViolations(container)).toEqual([]);
  });

  it('keeps the correction as one note at the statement, shown under it from then on', async () => {
    const { unmount } = await show();
    await userEvent.type(await openForm(), 'It was two years.');
    await press('Keep as my note here');
    await screen.findByText('Kept as your note at this line.');
    await press('Keep as my note here');
    expect(await notesOfTopic('huawei')).toMatchObject([
      { body: 'It was two years.', fact: 'huawei/facts.roadmap', topics: ['huawei'], target: null },
    ]);
    unmount();
    await show();
    const note = await screen.findByText('Your note: It was two years.');
    expect(note.closest('li')?.textContent).toContain('Set out a three-year chip roadmap.');
    expect(screen.getAllByText(/^Your note/)).toHaveLength(1);
  });

  it('keeps the text when the card closes, and the card open while there is text', async () => {
    const { unmount, onHolding } = await show();
    await userEvent.type(await openForm(), 'Two years');
    expect(onHolding).toHaveBeenLastCalledWith(true);
    unmount();
    expect(onHolding).toHaveBeenLastCalledWith(false);
    const again = await show();
    await waitFor(async () => expect(((await openForm()) as HTMLTextAreaElement).value).toBe('Two years'));
    expect(again.onHolding).toHaveBeenLastCalledWith(true);
    bringClipboard();
    await press('Copy the report');
    await waitFor(() => expect(again.onHolding).toHaveBeenLastCalledWith(false));
    again.unmount();
    await show();
    expect(((await openForm()) as HTMLTextAreaElement).value).toBe('');
  });

  it('keeps a source that was named before what is wrong', async () => {
    const { unmount } = await show();
    await openForm();
    await userEvent.type(screen.getByRole('textbox', { name: /^Where is it right/ }), 'The annual report');
    unmount();
    await show();
    await openForm();
    expect(screen.getByDisplayValue('The annual report')).toBeTruthy();
  });

  it('keeps as unsent what is typed while the note is being stored', async () => {
    const { onHolding } = await show();
    const field = await openForm();
    await userEvent.type(field, 'Two years');
    // Both within one task: the note is not stored in between.
    fireEvent.click(screen.getByRole('button', { name: 'Keep as my note here' }));
    fireEvent.change(field, { target: { value: 'Two years, or three' } });
    await waitFor(async () => expect(await notesOfTopic('huawei')).toMatchObject([{ body: 'Two years' }]));
    expect((field as HTMLTextAreaElement).value).toBe('Two years, or three');
    expect(screen.queryByText('Kept as your note at this line.')).toBeNull();
    expect(onHolding).toHaveBeenLastCalledWith(true);
  });

  it('keeps the text as unsent where copying failed', async () => {
    bringClipboard(false);
    const { onHolding } = await show();
    await userEvent.type(await openForm(), 'Two years');
    await press('Copy the report');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
    expect(field.value).toContain('What is wrong: Two years');
    expect(onHolding).toHaveBeenLastCalledWith(true);
  });
});
