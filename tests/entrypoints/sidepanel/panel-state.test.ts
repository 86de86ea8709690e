import { describe, expect, it } from 'vitest';
import { placeOf, reducePanel, startPanel, viewOf } from '@/entrypoints/sidepanel/panel-state';

const card = { view: 'topic', id: 'huawei', section: null } as const;

describe('the state of the panel', () => {
  it('begins at the place of its address; a section that we do not have is the first view', () => {
    const place = { view: 'topic', id: 'huawei', section: 'timeline' } as const;
    expect(viewOf(startPanel(place))).toEqual(place);
    expect(viewOf(startPanel({ ...place, section: 'figures-of-tomorrow' }))).toEqual(card);
    expect(viewOf(startPanel({ view: 'search', query: 'yield' }))).toEqual({ view: 'page' });
  });

  it('leads back step by step, a section being no step', () => {
    let state = reducePanel(startPanel(card), { act: 'section', section: 'sources' });
    state = reducePanel(state, { act: 'open', view: { view: 'dossier', id: 'huawei' } });
    state = reducePanel(state, { act: 'back' });
    expect(viewOf(state)).toEqual({ ...card, section: 'sources' });
    expect(viewOf(reducePanel(state, { act: 'back' }))).toEqual({ view: 'page' });
  });

  it('leaves what was open and searched for when a place is asked for', () => {
    const searched = reducePanel(startPanel(card), { act: 'search', query: 'yield' });
    const state = reducePanel(searched, { act: 'go', place: { view: 'dossier', id: 'nvidia' } });
    expect(state).toMatchObject({ trail: [{ view: 'dossier', id: 'nvidia' }], query: '' });
  });

  it('names the place that leads back to what is shown', () => {
    expect(placeOf(startPanel(card))).toEqual(card);
    expect(placeOf(startPanel({ view: 'search', query: 'yield' }))).toEqual({
      view: 'search',
      query: 'yield',
    });
    const note = reducePanel(startPanel({ view: 'page' }), {
      act: 'open',
      view: { view: 'note', id: 'note:1' },
    });
    expect(placeOf(note)).toEqual({ view: 'page' });
  });

  it('keeps a chosen date with its article', () => {
    const state = reducePanel(startPanel(card), { act: 'date', article: 'a', date: '2025-01-01' });
    expect(state.chosen).toEqual({ article: 'a', date: '2025-01-01' });
    expect(reducePanel(state, { act: 'date', article: 'a', date: null }).chosen).toBeNull();
  });
});
