import { expect, it } from 'vitest';
import { otherArticles } from '@/lib/notes/other-articles';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft, makeQuote } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

const STORY = 'https://www.news.example/story';
const noteOn = (canonical: string, title: string) =>
  createNote(makeDraft({ target: makeQuote('a quoted passage', { canonical, title }) }));
const titlesBeside = async (canonical: string) => {
  const { ofSite, isAny } = await otherArticles(canonical);
  return { titles: ofSite.map(({ title }) => title), isAny };
};

it('names the other articles of a site that have notes, each once, newest note first', async () => {
  await noteOn('https://news.example/first', 'First');
  await noteOn('https://m.news.example/second', 'Second');
  await noteOn('https://news.example/first', 'First');
  await noteOn(STORY, 'Story');
  expect(await titlesBeside(STORY)).toEqual({ titles: ['First', 'Second'], isAny: true });
});

it('names none of another site, but tells that there are some', async () => {
  await noteOn('https://print.other/story', 'Print');
  expect(await titlesBeside(STORY)).toEqual({ titles: [], isAny: true });
});

it('knows of none where only the article itself has notes, or what is no page of the web', async () => {
  await noteOn(STORY, 'Story');
  await noteOn('file:///home/story.html', 'File');
  expect(await titlesBeside(STORY)).toEqual({ titles: [], isAny: false });
});
