import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { firstView } from '@/lib/card/first-view';
import { firstViewText } from '@/lib/card/first-view-text';
import { packManifestSchema, type Topic } from '@/lib/model/pack';
import { compareDates } from '@/lib/time/coarse-date';
import { checkPack } from '@/scripts/packs/check-pack';
import { readPack } from '@/scripts/packs/read-pack';
import { readShippedTopic, readShippedTopics } from '@/scripts/packs/read-shipped';
import { SHIPPED_FOLDER } from '@/scripts/packs/shipped-folder';
import { speak } from '../speak';

const REQUIRED = [
  'huawei',
  'nvidia',
  'ascend',
  'ascend-950',
  'ascend-910c',
  'cloudmatrix-384',
  'atlas-950-superpod',
  'huawei-connect-2025',
  'cann',
  'cuda',
  'export-controls',
  'us-chip-export-controls',
  'entity-list',
  'self-reliance',
  'xi-trump-call-2025-09',
  'investor-view',
];

const FILES = readPack(SHIPPED_FOLDER);

describe('the shipped pack', () => {
  it('has a manifest that fits the schema and names every topic file, and no other', () => {
    const manifest = packManifestSchema.parse(FILES['pack.json']);
    expect(manifest).toMatchObject({
      id: 'tech-war',
      version: '1.0.0',
      language: 'en',
      published: '2026-11-23',
    });
    expect(manifest.reportUrl).toBeUndefined();
    expect(['pack.json', ...manifest.topics.map((id) => `topics/${id}.json`)].sort()).toEqual(
      Object.keys(FILES).sort(),
    );
    expect(manifest.topics).toEqual(expect.arrayContaining(REQUIRED));
  });

  it('has no flaw that the pack tool knows of, and answers each plan whose day had passed when it was published', () => {
    expect(checkPack(FILES, '2026-11-28')).toEqual([]);
  });

  it('holds of each topic three to eight facts, a timeline, a question with views that differ, and what ties it to others', () => {
    const topics = readShippedTopics();
    const related = new Set(topics.flatMap(({ relations }) => relations.map(({ topic }) => topic)));
    const short = topics.filter(
      ({ id, facts, events, insights, relations }) =>
        facts.length < 3 ||
        facts.length > 8 ||
        events.length === 0 ||
        insights.length === 0 ||
        insights.some(({ points }) => points.length < 2) ||
        (relations.length === 0 && !related.has(id)),
    );
    expect(short.map(({ id }) => id)).toEqual([]);
    expect(topics.length).toBeGreaterThanOrEqual(120);
  });

  it.each([
    ['ascend-910', 'ascend-910b'],
    ['bis-ascend-guidance', 'ascend-guidance-2025'],
    ['h200-to-china', 'h200'],
    ['export-controls-overview', 'us-chip-export-controls'],
    ['huawei-entity-list-2019', 'us-huawei-sanctions'],
    ['xi-trump-call-2025-09-19', 'xi-trump-call-2025-09'],
  ])('leads from %s of the fact sheets to %s, into which it was merged', (former, id) => {
    expect(readShippedTopic(id).formerIds).toEqual([former]);
  });
});

describe('the first topics in Chinese', () => {
  it.each(REQUIRED)(
    '%s has a first view that is Chinese, whole and marked as a translation, from the news item on',
    async (id) => {
      await speak('zh_CN');
      for (const articleDate of ['2025-09-19', '2025-10-02', '2026-02', null]) {
        const context = { articleDate, pageTopics: [], today: '2026-11-29', languages: ['zh-Hans'] };
        const text = firstViewText(firstView(readShippedTopic(id), context), i18n.t);
        expect(text.translated).toBe('译文');
        const said = [text.name, text.whose, text.summary, text.known?.text, text.question?.text];
        for (const part of said.filter((part) => part !== null && part !== undefined)) {
          expect(part.lang).toBe('zh-Hans');
          expect(part.text).not.toMatch(/…$/);
        }
      }
    },
  );
});

/** All statements of a topic that carry date, status and sources. */
function statementsOf(topic: Topic) {
  return [
    ...topic.facts,
    ...topic.events,
    ...topic.figures,
    ...(topic.thresholds ?? []),
    ...topic.insights.flatMap(({ points }) => points),
  ];
}

/** What became known about the Ascend 950 only after 2 October 2025. */
const LATER =
  /Atlas 350|112\s?GB|\b1,?400\b|\b1,?560\b|2\.8|H20|DeepSeek|ByteDance|Zhang Dixuan|2026-0[1-9]/i;

describe('the Ascend 950 for an article of 2 October 2025', () => {
  const topic = readShippedTopic('ascend-950');
  const view = firstView(topic, {
    articleDate: '2025-10-02',
    pageTopics: ['ascend-950', 'nvidia'],
    today: '2026-11-23',
    languages: ['en'],
  });

  it('has the five lines', () => {
    expect(view).toMatchObject({
      name: { text: 'Ascend 950' },
      kind: 'chip-series',
      whose: { text: 'Huawei' },
      knownUntil: '2026-06',
      beyond: null,
    });
    expect(view.summary.text).toMatch(/950PR for prefill.*950DT for decoding and training/);
    expect(view.known?.text.text).toMatch(/18 Sep 2025.*950PR planned for Q1 2026.*950DT for Q4 2026/);
    expect(view.known).toMatchObject({ mark: 'plan', date: '2025-09-18' });
    expect(view.known?.origin?.text).toMatch(/Huawei keynote/);
    expect(view.question?.text.text).toMatch(/close the gap with Nvidia/);
    expect(view.question?.thenCount).toBeGreaterThan(1);
    expect(view.question?.sinceCount).toBeGreaterThan(0);
    expect(view.since?.to).toMatch(/^2026-04/);
  });

  it('lets nothing through that became known later, whatever its field', () => {
    const early = statementsOf(topic).filter(
      ({ date }) => date !== undefined && compareDates(date, '2025-10-02') <= 0,
    );
    expect(early.length).toBeGreaterThan(10);
    for (const { outcome, ...statement } of early as ((typeof early)[number] & { outcome?: unknown })[]) {
      const { sources, ...said } = statement;
      expect(JSON.stringify(said)).not.toMatch(LATER);
      for (const id of sources) {
        const source = topic.sources.find((entry) => entry.id === id);
        expect(JSON.stringify(source)).not.toMatch(LATER);
        expect(compareDates(source?.date ?? '2025', '2025-10-02')).toBeLessThanOrEqual(0);
      }
      if (outcome) expect(compareDates((outcome as { date: string }).date, '2025-10-02')).toBeGreaterThan(0);
    }
    const standing = [topic.summary, topic.names, topic.terms.map(({ text }) => text), topic.whose];
    expect(JSON.stringify(standing)).not.toMatch(LATER);
    const asked = topic.insights.filter(({ points }) =>
      points.some(({ date }) => date !== undefined && compareDates(date, '2025-10-02') <= 0),
    );
    expect(asked.map(({ id }) => id)).toEqual(['gap']);
    expect(JSON.stringify(asked.map(({ question }) => question))).not.toMatch(LATER);
  });
});

describe('US chip export controls for an article of February 2026', () => {
  const view = firstView(readShippedTopic('us-chip-export-controls'), {
    articleDate: '2026-02',
    pageTopics: ['us-chip-export-controls', 'nvidia'],
    today: '2026-11-23',
    languages: ['en'],
  });

  it('has the five lines', () => {
    expect(view).toMatchObject({
      name: { text: 'Chip export controls' },
      kind: 'rules',
      whose: { text: 'United States on China' },
      known: { mark: 'fact', origin: { text: 'BIS rule' } },
      question: { text: { text: 'Security tool or bargaining chip?' } },
      knownUntil: '2026-06',
      beyond: null,
    });
    expect(view.summary.text).toMatch(/AI chips, supercomputers and chipmaking tools.*since October 2022/);
    expect(view.known?.text.text).toMatch(/15 Jan 2026.*H200-class.*case by case.*licence is still needed/);
    expect(view.since?.to).toMatch(/^2026-05/);
  });
});
