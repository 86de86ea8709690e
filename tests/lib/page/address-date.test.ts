import { expect, it } from 'vitest';
import { addressDate, originalAddress } from '@/lib/page/address-date';

it.each<[string, string | null, string]>([
  ['/2025/09/18/a-name', '2025-09-18', 'year, month, day, name'],
  ['/a/name/2025/03/18/00202e76-cd73_story.html', '2025-03-18', 'a name of letters and numbers'],
  ['/technology/2025/sep/18/name', '2025-09-18', 'the month in letters'],
  ['/2025-09/18/content_7041.htm', '2025-09-18', 'a Chinese system'],
  ['/202510/t20251009_1234.html', '2025-10-09', 'a Chinese ministry'],
  ['/20250918/name', '2025-09-18', 'written together'],
  ['/2025-09-18-name/', '2025-09-18', 'before the name'],
  ['/name-20250918/', '2025-09-18', 'after the name'],
  ['/name-2025-09-18.html', '2025-09-18', 'after the name, with hyphens'],
  ['/2025/9/18/%D8%B4%D8%B1', '2025-09-18', 'a name in other letters'],
  ['/2025/09/name', '2025-09', 'a month'],
  ['/2025/09/18/', null, 'the list of a day'],
  ['/archive/2025-09-18', null, 'the same'],
  ['/2025/09/', null, 'the list of a month'],
  ['/2025/annual-report', null, 'a year'],
  ['/articles/20259918/name', null, 'a number'],
  ['/2025/02/30/name', null, 'a day that is in no calendar'],
  ['/a%E0%A4/2025/09/18/name', '2025-09-18', 'an address that cannot be decoded'],
])('%s names %s: %s', (path, date) => {
  expect(addressDate(`https://a.example${path}`)).toBe(date);
});

it.each([
  [
    'https://web.archive.org/web/20251103101112/https://a.example/2025/09/18/b',
    'https://a.example/2025/09/18/b',
  ],
  ['https://web.archive.org/web/20251103101112/https:/a.example/b', 'https://a.example/b'],
  ['https://a.example/b', 'https://a.example/b'],
])('the original of %s is %s', (address, original) => {
  expect(originalAddress(address)).toBe(original);
});
