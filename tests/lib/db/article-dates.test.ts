import { expect, it } from 'vitest';
import { loadArticleDate, saveArticleDate } from '@/lib/db/article-dates';
import { saveMeta } from '@/lib/db/meta';
import { emptyDatabaseBeforeEach } from '../../stored';

const HERE = 'https://news.example/a';

emptyDatabaseBeforeEach();

it('keeps a date for one address alone', async () => {
  await saveArticleDate(HERE, '2025-09-18');
  expect(await loadArticleDate(HERE)).toBe('2025-09-18');
  expect(await loadArticleDate(`${HERE}b`)).toBeNull();
});

it('forgets it again', async () => {
  await saveArticleDate(HERE, '2025-09-18');
  await saveArticleDate(HERE, null);
  expect(await loadArticleDate(HERE)).toBeNull();
});

it('passes by what is no date', async () => {
  await saveMeta(`article-date:${HERE}`, 'yesterday');
  expect(await loadArticleDate(HERE)).toBeNull();
});
