import { expect, test } from 'vitest';
import { readSite } from '@/lib/settings/read-site';

const CASES: { typed: string; site: string | null; because: string }[] = [
  { typed: 'example.com', site: 'example.com', because: 'a host' },
  { typed: ' WWW.Example.com ', site: 'example.com', because: 'case and www do not make another site' },
  { typed: 'https://news.example.com/a?b#c', site: 'news.example.com', because: 'a pasted address' },
  { typed: 'example.com/path', site: 'example.com', because: 'an address without its scheme' },
  { typed: 'example.com.', site: 'example.com', because: 'a final dot is the same host' },
  { typed: 'bücher.example', site: 'xn--bcher-kva.example', because: 'pages report the ASCII form' },
  { typed: 'localhost:8080', site: 'localhost', because: 'a port is no part of a site' },
  { typed: '192.168.1.10', site: '192.168.1.10', because: 'an address in numbers' },
  { typed: '', site: null, because: 'nothing' },
  { typed: 'example', site: null, because: 'a word, not a host' },
  { typed: 'two words.com', site: null, because: 'a host has no space' },
  { typed: 'ftp://example.com', site: null, because: 'we run on web pages only' },
  { typed: 'chrome://settings', site: null, because: 'we cannot run on browser pages' },
  { typed: 'javascript:alert(1)', site: null, because: 'not an address' },
  { typed: 'http://', site: null, because: 'no host in it' },
];

test.each(CASES)('$typed is $site: $because', ({ typed, site }) => {
  expect(readSite(typed)).toBe(site);
});
