import { describe, expect, it } from 'vitest';
import { type PanelPlace, readPlace } from '@/lib/panel/place';
import { writePlace } from '@/lib/panel/write-place';

describe('a place in the panel', () => {
  it.each<PanelPlace>([
    { view: 'page' },
    { view: 'topic', id: 'ascend-950', section: null },
    { view: 'topic', id: 'ascend-950', section: 'timeline' },
    { view: 'dossier', id: 'huawei' },
    { view: 'search', query: 'two words & 昇腾 #1' },
  ])('reads what it has written: %o', (place) => {
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each([
    { fragment: '', because: 'nothing is named' },
    { fragment: '#topic=Ascend%20950', because: 'that is no id' },
    { fragment: '#topic=../options', because: 'an id is no path' },
    { fragment: `#topic=${'a'.repeat(81)}`, because: 'an id is shorter' },
    { fragment: '#topic=&dossier=&search=%20', because: 'all names are empty' },
    { fragment: '#other=huawei', because: 'a newer version may know it' },
  ])('is the page where the fragment is "$fragment": $because', ({ fragment }) => {
    expect(readPlace(fragment)).toEqual({ view: 'page' });
  });

  it('leaves out a section that cannot be one, and keeps the topic', () => {
    expect(readPlace('#topic=huawei&section=%3Cb%3E')).toEqual({
      view: 'topic',
      id: 'huawei',
      section: null,
    });
  });

  it('searches for one line of bearable length', () => {
    expect(readPlace(writePlace({ view: 'search', query: `  a\n b ${'c'.repeat(900)}` }))).toEqual({
      view: 'search',
      query: `a b ${'c'.repeat(196)}`,
    });
  });
});
