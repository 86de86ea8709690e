import { beforeEach, expect, it, vi } from 'vitest';
import { dropCopy, keepCopy, loadCopy } from '@/lib/notes/draft-copy';
import { makeDraft } from '../../builders';

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it('keeps the last keystrokes until the database has them', () => {
  keepCopy('page:a', makeDraft({ body: 'Half a wo' }));
  expect(loadCopy('page:a')).toEqual({ draft: makeDraft({ body: 'Half a wo' }) });
  expect(loadCopy('page:b')).toBeNull();
  dropCopy('page:a');
  expect(loadCopy('page:a')).toBeNull();
});

it('knows a draft that was given up from one that has no copy', () => {
  keepCopy('page:a', null);
  expect(loadCopy('page:a')).toEqual({ draft: null });
});

it.each(['{"body":', '{"text":"not a draft"}', '7'])('is no copy where %s is stored', (stored) => {
  localStorage.setItem('draft:page:a', stored);
  expect(loadCopy('page:a')).toBeNull();
});

it('throws nothing where the browser refuses to keep it', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepCopy('page:a', makeDraft());
  expect(loadCopy('page:a')).toBeNull();
});
