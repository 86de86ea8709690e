import { expect, it } from 'vitest';
import { isSearchPage } from '@/lib/page/is-search-page';

it.each([
  { url: 'https://www.google.com/search?q=huawei', is: true, because: 'a search engine' },
  { url: 'https://duckduckgo.com/?q=huawei', is: true, because: 'a search engine at its root' },
  { url: 'https://www.baidu.com/s?wd=%E5%8D%8E%E4%B8%BA', is: true, because: 'Baidu asks with wd' },
  { url: 'https://news.example.com/search?query=nvidia', is: true, because: "a paper's own search" },
  { url: 'https://blog.example.com/?s=nvidia', is: true, because: 'a WordPress search' },
  { url: 'https://news.example.com/search/nvidia', is: true, because: 'the words in the path' },
  { url: 'https://www.google.com/', is: false, because: 'nothing was asked' },
  {
    url: 'https://news.example.com/research/huawei-results',
    is: false,
    because: 'an article about research',
  },
  { url: 'https://news.example.com/article?p=12', is: false, because: 'an article by number' },
  { url: 'https://example.com/a?q=1', is: false, because: 'a page with a parameter' },
])('$url: $because', ({ url, is }) => {
  expect(isSearchPage(url)).toBe(is);
});
