import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listPageNotes } from '@/entrypoints/background/page-notes';
import { saveApart, saveJoined } from '@/lib/db/apart-articles';
import { answerBackground, type BackgroundHandlers } from '@/lib/messages/answer-background';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft, makeQuote, makeTarget } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

const STORY = 'https://www.example.com/story';
const AMP = 'https://www.example.com/story/amp';
const noteOn = (exact: string, canonical = STORY) =>
  createNote(makeDraft({ body: 'Pomegranate', target: makeQuote(exact, { canonical }) }));
const exactsOf = async (url: string, linked = '') =>
  (await listPageNotes({ url, linked }, url)).map(({ selectors }) => selectors.quote.exact).sort();

describe('the notes of a page, for the page', () => {
  beforeEach(async () => {
    await noteOn('first');
    await noteOn('second');
    await noteOn('elsewhere', 'https://www.example.com/other');
    await createNote(makeDraft({ body: 'on the whole', target: makeTarget({ canonical: STORY }) }));
    await hideNote((await noteOn('deleted')).id);
  });

  it('are those on passages of its article, at whatever address', async () => {
    expect(await exactsOf(STORY)).toEqual(['first', 'second']);
    expect(await exactsOf(AMP)).toEqual(['first', 'second']);
    expect(await exactsOf('https://www.example.com/p?id=7', STORY)).toEqual(['first', 'second']);
  });

  it('carry no word of what the reader wrote', async () => {
    const notes = await listPageNotes({ url: STORY, linked: '' }, STORY);
    expect(notes.map((note) => Object.keys(note))).toEqual([
      ['id', 'selectors'],
      ['id', 'selectors'],
    ]);
  });

  it('are not given to a site that calls itself a viewer of others', async () => {
    expect(await exactsOf('https://google.evil.example/amp/s/www.example.com/story')).toEqual([]);
  });

  it('are its own alone where the reader has set it apart, until they take that back', async () => {
    const address = 'https://www.example.com/live?day=2';
    await noteOn('of the second day', address);
    await saveApart(address, true);
    expect(await exactsOf(address, STORY)).toEqual(['of the second day']);
    await saveApart(address, false);
    expect(await exactsOf(address, STORY)).toEqual(['first', 'second']);
  });

  it('are those of the article that the reader has joined it to, until they take that back', async () => {
    const address = 'https://www.example.com/reprint?day=2';
    await saveJoined(address, STORY);
    expect(await exactsOf(address)).toEqual(['first', 'second']);
    await saveJoined(address, null);
    expect(await exactsOf(address)).toEqual([]);
  });
});

describe('the call of a page', () => {
  const call = (request: unknown, url: string, name = 'notesOfPage', id = browser.runtime.id) =>
    new Promise((resolve) => {
      void fakeBrowser.runtime.onMessage.trigger({ sidelight: 1, name, request }, { id, url }, resolve);
    });
  beforeEach(() => {
    answerBackground({
      notesOfPage: async (page, { url }) => ({ notes: await listPageNotes(page, url) }),
    } as BackgroundHandlers);
  });

  it('is answered by the page of that site', async () => {
    await noteOn('first');
    expect(await call({ url: STORY, linked: '' }, `${STORY}#top`)).toMatchObject({
      ok: true,
      value: { notes: [{}] },
    });
  });

  it.each([
    {
      request: { url: STORY, linked: '' },
      url: 'https://evil.example/',
      because: 'a page asks for another site',
    },
    { request: { url: 'no address', linked: '' }, url: STORY, because: 'it is no address' },
    { request: null, url: STORY, because: 'it is no request' },
  ])('is refused where $because', async ({ request, url }) => {
    await noteOn('first');
    expect(await call(request, url)).toMatchObject({ ok: false, error: { code: 'message-refused' } });
  });

  it('of another extension is refused, and so is any other name of a page', async () => {
    const refused = { ok: false, error: { code: 'message-refused', detail: 'sender' } };
    expect(await call({ url: STORY, linked: '' }, STORY, 'notesOfPage', 'another')).toMatchObject(refused);
    expect(await call({ pages: null }, STORY, 'noteWritten')).toMatchObject(refused);
  });
});
