// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeRange, describeSpan } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { PageNote } from '@/lib/messages/page';
import { readPageText } from '@/lib/page/read-page-text';
import { createGuard } from '@/lib/reader/guard';
import { createPageNotes } from '@/lib/reader/page-notes';

const FIRST = 'Officials said that the orders of the second quarter will be counted again, by somebody else.';
const SECOND = 'Nobody in the town had heard of it before the end of that long and very quiet summer.';
const page = (...paragraphs: string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('');

let life: AbortController;
let failures: unknown[];
beforeEach(() => {
  life = new AbortController();
  failures = [];
  // What jsdom has not.
  const highlights = new Map<string, Set<StaticRange>>();
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', class extends Set<StaticRange> {});
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

/** A note on words of the page as it now is. */
function noteOn(words: string, id = words): PageNote {
  const text = readPageText(document);
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return { id, selectors: toSelectors(describeRange(range, text)) };
  }
  throw new Error(`no "${words}"`);
}

function notesOfPage() {
  const guard = createGuard(life.signal, () => failures.push('failed'));
  return createPageNotes(guard, document);
}

/** The painted texts, in no order. */
function painted(): string[] {
  const highlight = CSS.highlights.get('sidelight-note') as unknown as Set<StaticRange> | undefined;
  return [...(highlight ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return `${live}`;
  });
}

describe('the notes of a page', () => {
  it('are painted where their passages stand, across blocks too, without a change to the page', async () => {
    document.body.innerHTML = page(FIRST, SECOND);
    const before = document.body.innerHTML;
    const [first, second] = [noteOn('the second quarter'), noteOn('that long and very quiet summer')];
    const text = readPageText(document).text;
    const both: PageNote = {
      id: 'both',
      selectors: toSelectors({
        start: text.indexOf('counted again'),
        end: text.indexOf(' of it before'),
        exact: text.slice(text.indexOf('counted again'), text.indexOf(' of it before')),
        before: text.slice(0, text.indexOf('counted again')),
        after: text.slice(text.indexOf(' of it before')),
        telling: null,
      }),
    };
    const notes = notesOfPage();
    notes.show([first, second, both]);
    await vi.waitFor(() => expect(notes.standing().found).toHaveLength(3));
    expect(painted().sort()).toEqual([
      'Nobody in the town had heard',
      'counted again, by somebody else.',
      'that long and very quiet summer',
      'the second quarter',
    ]);
    expect(document.body.innerHTML).toBe(before);
    expect(failures).toEqual([]);
  });

  it('that are no longer there are missing, and come back when their text does', async () => {
    document.body.innerHTML = page(FIRST, SECOND);
    const note = noteOn('the orders of the second quarter');
    document.body.innerHTML = page(SECOND);
    const notes = notesOfPage();
    notes.show([note]);
    await vi.waitFor(() => expect(notes.standing()).toEqual({ found: [], missing: [note.id], unsure: [] }));
    document.body.insertAdjacentHTML('beforeend', page(FIRST));
    await vi.waitFor(() => expect(painted()).toEqual(['the orders of the second quarter']), 3_000);
    expect(notes.standing()).toEqual({ found: [note.id], missing: [], unsure: [] });
  });

  it('of which another place looks alike are sure until the page changes, and then no more', async () => {
    const rows = Array.from({ length: 9 }, () => 'The office counted the orders of the quarter again. ');
    document.body.innerHTML = page(FIRST, ...rows, SECOND);
    const { text } = readPageText(document);
    const fifth = text.split('counted the orders').slice(0, 5).join('counted the orders').length;
    const passage = describeSpan(text, fifth, fifth + 'counted the orders'.length, 'counted the orders');
    const alike = { id: 'alike', selectors: toSelectors(passage) };
    const note = noteOn('the second quarter');
    const notes = notesOfPage();
    notes.show([alike, note]);
    const found = [alike.id, note.id];
    await vi.waitFor(() => expect(notes.standing()).toEqual({ found, missing: [], unsure: [] }));
    document.body.innerHTML = page('Corrected at noon, and again in the evening.', FIRST, ...rows, SECOND);
    await vi.waitFor(
      () => expect(notes.standing()).toEqual({ found, missing: [], unsure: [alike.id] }),
      3_000,
    );
  });

  it('are found again in the nodes that a page has put in the place of others', async () => {
    document.body.innerHTML = page(FIRST, SECOND);
    const note = noteOn('the orders of the second quarter');
    const notes = notesOfPage();
    notes.show([note]);
    await vi.waitFor(() => expect(painted()).toHaveLength(1));
    document.body.innerHTML = page(SECOND, `It is said: ${FIRST}`);
    await vi.waitFor(() => {
      expect(notes.spotsOf(note.id)[0]?.held.block.nodes[0]?.isConnected).toBe(true);
      expect(painted()).toEqual(['the orders of the second quarter']);
    }, 3_000);
  });

  it('give their paint up with their passage', async () => {
    document.body.innerHTML = page(FIRST, SECOND);
    const notes = notesOfPage();
    notes.show([noteOn('the orders of the second quarter')]);
    await vi.waitFor(() => expect(painted()).toHaveLength(1));
    document.body.innerHTML = page(SECOND);
    await vi.waitFor(() => expect(painted()).toEqual([]), 3_000);
  });

  it('are others once others are shown, and none once they are forgotten', async () => {
    document.body.innerHTML = page(FIRST, SECOND);
    const [first, second] = [noteOn('the second quarter'), noteOn('that long and very quiet summer')];
    const notes = notesOfPage();
    notes.show([first]);
    notes.show([second]);
    await vi.waitFor(() => expect(painted()).toEqual(['that long and very quiet summer']));
    notes.forget();
    expect(painted()).toEqual([]);
    expect(notes.standing()).toEqual({ found: [], missing: [], unsure: [] });
  });

  it('leave nothing behind when the visit ends', async () => {
    document.body.innerHTML = page(FIRST);
    const notes = notesOfPage();
    notes.show([noteOn('the second quarter')]);
    await vi.waitFor(() => expect(painted()).toHaveLength(1));
    life.abort();
    expect([...CSS.highlights]).toEqual([]);
  });

  it('on the whole of a page are nowhere in it', async () => {
    document.body.innerHTML = page(FIRST);
    const notes = notesOfPage();
    const whole = noteOn('the second quarter', 'whole');
    whole.selectors.quote.exact = '';
    notes.show([whole, noteOn('counted again')]);
    await vi.waitFor(() =>
      expect(notes.standing()).toEqual({ found: ['counted again'], missing: [], unsure: [] }),
    );
  });

  it('a short one within a long one comes first where both stand', async () => {
    document.body.innerHTML = page(FIRST);
    const notes = notesOfPage();
    notes.show([noteOn('the orders of the second quarter'), noteOn('the second')]);
    await vi.waitFor(() => expect(painted()).toHaveLength(2));
    const element = document.querySelector('p') as Element;
    expect(notes.paintedIn(element).map(({ mention }) => mention.opens)).toEqual([
      'the second',
      'the orders of the second quarter',
    ]);
  });
});
