import { expect, it } from 'vitest';
import { i18n } from '#i18n';
import { type Report, reportText } from '@/lib/card/report-text';
import { makePack } from '../../builders';

const { contents: _, ...PACK } = makePack();

const REPORT: Report = {
  topic: { id: 'huawei', name: 'Huawei' },
  at: 'facts.roadmap',
  line: 'Set out a three-year chip roadmap.',
  pack: PACK,
  wrong: ' It was two years.\nSee page 4. ',
  source: '',
  article: null,
};

it('says which statement of which version, the line, and the reader’s words', () => {
  expect(reportText(REPORT, i18n.t)).toBe(
    [
      'Error in a Sidelight card',
      'Topic: Huawei (huawei/facts.roadmap)',
      'Pack: tech-war 1.0.0',
      'Line: Set out a three-year chip roadmap.',
      '',
      'What is wrong: It was two years.\nSee page 4.',
    ].join('\n'),
  );
});

it('names a source and the article only where they are given', () => {
  const given = reportText(
    {
      ...REPORT,
      source: 'https://example.com/right',
      article: { title: 'An article', canonical: 'https://news.example/a' },
    },
    i18n.t,
  );
  expect(given).toContain('\nSource: https://example.com/right\nArticle: https://news.example/a');
});

it('does without a pack that is gone', () => {
  expect(reportText({ ...REPORT, pack: null }, i18n.t)).not.toContain('Pack');
});
