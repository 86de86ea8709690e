import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { saveJoined } from '@/lib/db/apart-articles';
import { DATABASES } from '@/lib/db/database';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { publishAllPages, publishPages } from '@/lib/notes/publish-pages';
import { createNote, hideNote, showNote } from '@/lib/notes/write-note';
import { fingerprint, type NotesOfSite, toNotesKey } from '@/lib/page/notes-key';
import { makeDraft, makeQuote } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

const STORY = 'https://www.example.com/story';
const OTHER = 'https://blog.example.com/other';
const KEY = toNotesKey('example.com');
const CACHE = toNotesKey('cdn.ampproject.org');

const noteOn = (canonical: string) =>
  createNote(
    makeDraft({ body: 'Pomegranate', target: makeQuote('a quoted passage', { canonical, url: canonical }) }),
  );
const stored = async () => (await browser.storage.local.get(null)) as Record<string, NotesOfSite>;
const pagesOf = async (key: string) => (await stored())[key]?.pages;

describe('after a write', () => {
  it('the site of the article knows its fingerprint and when it was written', async () => {
    await noteOn(STORY);
    await publishPages([STORY], 7);
    expect((await stored())[KEY]).toEqual({ pages: [fingerprint(STORY)], at: 7 });
  });

  it('an address that was joined to the article is known too, as long as it is and the article has notes', async () => {
    const reprint = 'https://www.example.com/reprint';
    const note = await noteOn(STORY);
    await saveJoined(reprint, STORY);
    const both = [fingerprint(STORY), fingerprint(reprint)].sort();
    await publishPages([STORY], 1);
    expect(await pagesOf(KEY)).toEqual(both);
    await saveJoined(reprint, null);
    await publishPages([reprint, STORY], 2);
    expect(await pagesOf(KEY)).toEqual([fingerprint(STORY)]);
    await saveJoined(reprint, STORY);
    await publishAllPages(3);
    expect(await pagesOf(KEY)).toEqual(both);
    await hideNote(note.id);
    await publishPages([STORY], 4);
    expect(await stored()).not.toHaveProperty(KEY);
  });

  it('other articles of the site stay known', async () => {
    await noteOn(STORY);
    await noteOn(OTHER);
    await Promise.all([publishPages([STORY], 1), publishPages([OTHER], 2)]);
    expect(new Set(await pagesOf(KEY))).toEqual(new Set([fingerprint(STORY), fingerprint(OTHER)]));
  });

  it('an article is forgotten with its last note, and the site with its last article', async () => {
    const [first, second] = [await noteOn(STORY), await noteOn(STORY)];
    await hideNote(first.id);
    await publishPages([STORY], 1);
    expect(await pagesOf(KEY)).toEqual([fingerprint(STORY)]);
    await hideNote(second.id);
    await publishPages([STORY], 2);
    expect(await stored()).not.toHaveProperty(KEY);
    await showNote(second.id);
    await publishPages([STORY], 3);
    expect(await pagesOf(KEY)).toEqual([fingerprint(STORY)]);
  });

  it('caches of other sites are asked for as soon as there is any note', async () => {
    await noteOn(STORY);
    await publishPages([STORY], 1);
    expect(await pagesOf(CACHE)).toEqual([]);
  });

  it('an address that is none is passed over', async () => {
    await publishPages(['no address'], 1);
    expect(await stored()).toEqual({});
  });

  it('neither text nor address of a note is in storage.local', async () => {
    await noteOn(STORY);
    await publishPages([STORY], 1);
    await publishAllPages(2);
    const all = JSON.stringify(await stored());
    for (const secret of ['Pomegranate', 'quoted', 'example', 'story']) expect(all).not.toContain(secret);
  });
});

describe('told anew', () => {
  it('every article with a note is known, and none without', async () => {
    await noteOn(STORY);
    const { id } = await noteOn(OTHER);
    await createNote(makeDraft({ target: null }));
    await hideNote(id);
    await browser.storage.local.set({
      [toNotesKey('gone.example')]: { pages: [1], at: 1 },
      settings: 'kept',
    });
    await publishAllPages(null);
    expect(await stored()).toEqual({
      [KEY]: { pages: [fingerprint(STORY)], at: 0 },
      [CACHE]: { pages: [], at: 0 },
      settings: 'kept',
    });
  });

  it('what holds already is written again only where notes were written', async () => {
    await noteOn(STORY);
    await publishPages([STORY], 5);
    await publishAllPages(null);
    expect((await stored())[KEY]?.at).toBe(5);
    await publishAllPages(9);
    expect((await stored())[KEY]?.at).toBe(9);
  });

  it('the reader’s own notes are known where the vault shared with others does not open', async () => {
    await rememberSharedVault();
    await noteOn(STORY);
    const open = vi.spyOn(DATABASES.shared, 'open');
    open.mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    onTestFinished(() => open.mockRestore());
    await publishAllPages(1);
    expect(await pagesOf(KEY)).toEqual([fingerprint(STORY)]);
  });

  it('nothing is stored where there is no note', async () => {
    await publishAllPages(1);
    expect(await stored()).toEqual({});
  });
});
