import { describe, expect, it } from 'vitest';
import { firstView } from '@/lib/card/first-view';
import type { PackText, Topic } from '@/lib/model/pack';
import { packManifestSchema, topicSchema } from '@/lib/model/pack';
import { compareDates } from '@/lib/time/coarse-date';
import { AVOIDED_HOSTS } from './avoided-hosts';
import {
  listTopicFiles,
  readPackFile,
  readShippedManifest,
  readShippedTopic,
  readShippedTopics,
} from './read-shipped-pack';

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

const topics = readShippedTopics();
const topicIds = new Set(topics.map(({ id }) => id));

/** All statements of a topic that carry date, status and sources. */
function statementsOf(topic: Topic) {
  return [
    ...topic.facts,
    ...topic.events,
    ...topic.figures,
    ...topic.insights.flatMap(({ points }) => points),
  ];
}

/** All spellings of a pack text. */
function spellings(text: PackText | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Every text of a topic that a reader can see, with where it stands. */
function textsOf(topic: Topic): { at: string; text: string }[] {
  const texts: { at: string; text: string }[] = [];
  const add = (at: string, text: PackText | undefined) => {
    for (const line of spellings(text)) texts.push({ at: `${topic.id}: ${at}`, text: line });
  };
  add('summary', topic.summary);
  add('whose', topic.whose);
  for (const fact of [...topic.facts, ...topic.events]) {
    add(fact.id, fact.text);
    add(`${fact.id} outcome`, fact.outcome?.text);
  }
  for (const figure of topic.figures) {
    add(figure.id, figure.measure);
    add(figure.id, figure.note);
  }
  for (const insight of topic.insights) {
    add(insight.id, insight.question);
    for (const point of insight.points) {
      add(point.id, point.text);
      add(point.id, point.by);
    }
  }
  for (const source of topic.sources) {
    add(source.id, source.origin);
    add(source.id, source.via);
  }
  return texts;
}

describe('the shipped pack', () => {
  it('has a manifest that fits the schema and names every topic file, and no other', () => {
    const manifest = packManifestSchema.parse(JSON.parse(readPackFile('pack.json')));
    expect(manifest).toMatchObject({
      id: 'tech-war',
      version: '1.0.0',
      language: 'en',
      published: '2026-11-23',
    });
    expect(manifest.reportUrl).toBeUndefined();
    expect([...manifest.topics].sort()).toEqual(listTopicFiles());
    expect(manifest.topics).toEqual(expect.arrayContaining(REQUIRED));
  });

  it('names no topic twice', () => {
    expect(new Set(readShippedManifest().topics).size).toBe(readShippedManifest().topics.length);
  });
});

describe.each(listTopicFiles())('topic %s', (id) => {
  const topic = readShippedTopic(id);
  const statements = statementsOf(topic);

  it('fits the schema and is named as its file', () => {
    expect(() => topicSchema.parse(JSON.parse(readPackFile(`topics/${id}.json`)))).not.toThrow();
    expect(topic.id).toBe(id);
  });

  it('is first named in English', () => {
    expect(topic.names[0]?.lang).toBe('en');
  });

  it('has no id twice within its facts, events, figures, questions or sources, nor within one question', () => {
    const lists = [
      topic.facts,
      topic.events,
      topic.figures,
      topic.insights,
      topic.sources,
      ...topic.insights.map(({ points }) => points),
    ];
    for (const list of lists) {
      const ids = list.map((item) => item.id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('has every source that a statement names, and no source that none names', () => {
    const outcomes = [...topic.facts, ...topic.events].flatMap(({ outcome }) => outcome?.sources ?? []);
    const named = [...statements.flatMap(({ sources }) => sources), ...outcomes];
    expect(new Set(topic.sources.map((source) => source.id))).toEqual(new Set(named));
  });

  it('gives every statement a date and a source', () => {
    const without = statements.filter(({ date, sources }) => date === undefined || sources.length === 0);
    expect(without.map((statement) => statement.id)).toEqual([]);
  });

  it('points only at topics of the pack, never at itself', () => {
    const targets = [
      ...topic.relations.map((relation) => relation.topic),
      ...topic.insights.flatMap((insight) => insight.topics),
      ...topic.terms.flatMap((term) => term.withTopic ?? []),
      ...(topic.regimes ?? []).flatMap((regime) => regime.topic ?? []),
    ];
    expect(targets.filter((target) => !topicIds.has(target))).toEqual([]);
    expect(topic.relations.map((relation) => relation.topic)).not.toContain(id);
  });

  it('holds nothing dated after the day it was made, nor after it says its facts end', () => {
    const late = statements.filter(
      ({ date }) =>
        date !== undefined && (compareDates(date, '2026-11') > 0 || compareDates(date, topic.knownUntil) > 0),
    );
    expect(late.map((statement) => statement.id)).toEqual([]);
  });

  it('has plans whose due day is not before they were made, and outcomes not before the plan', () => {
    const wrong = [...topic.facts, ...topic.events].filter(
      ({ date, due, outcome }) =>
        date !== undefined &&
        ((due !== undefined && compareDates(due, date) < 0) ||
          (outcome?.date !== undefined && compareDates(outcome.date, date) < 0)),
    );
    expect(wrong.map((statement) => statement.id)).toEqual([]);
  });

  it('lets no statement carry a source that is younger than its knownUntil', () => {
    const young = topic.sources.filter(
      ({ date }) => date !== undefined && compareDates(date, topic.knownUntil) > 0,
    );
    expect(young.map((source) => source.id)).toEqual([]);
  });

  it('has a timeless summary', () => {
    for (const summary of spellings(topic.summary)) {
      expect(summary).not.toMatch(
        /\b(next|new|newest|latest|recent|recently|current|currently|now|today|upcoming)\b/i,
      );
    }
  });

  it('names who holds a view, and uses no word of the workshop', () => {
    const refused = textsOf(topic).filter(({ text }) =>
      /seed article|editorial analysis|\bseed\b|sentifin|\bTODO\b|<[a-z]/i.test(text),
    );
    expect(refused).toEqual([]);
    const holders = topic.insights.flatMap(({ points }) => points.flatMap(({ by }) => spellings(by)));
    const nobody = /^(analysis|analysts|critics|supporters|observers|press|the press|sceptics|markets?)$/i;
    expect(holders.filter((holder) => nobody.test(holder))).toEqual([]);
  });

  it('links to no address that readers should not be sent to', () => {
    const hosts = topic.sources.flatMap(({ url }) => (url === undefined ? [] : [new URL(url).hostname]));
    const avoided = hosts.filter((host) =>
      AVOIDED_HOSTS.some((entry) => host === entry.host || host.endsWith(`.${entry.host}`)),
    );
    expect(avoided).toEqual([]);
  });

  it('has figures of a believable size', () => {
    const largest: Record<string, number> = {
      chips: 1_100_000,
      cards: 5_000_000,
      dies: 5_000_000,
      cabinets: 1_000,
      '%': 1_000,
      TFLOPS: 100_000,
      PFLOPS: 10_000,
      EFLOPS: 10_000,
      GB: 2_000,
      TB: 10_000,
      'TB/s': 10_000,
      'PB/s': 100,
      W: 5_000,
      kW: 10_000,
    };
    for (const { id: figure, value, unit } of topic.figures) {
      expect(value, figure).toBeGreaterThanOrEqual(0);
      expect(value, `${figure} in ${unit}`).toBeLessThanOrEqual(largest[unit] ?? 1_000_000);
    }
  });

  it('asks a question only in words that its earliest point could know', () => {
    for (const { question, points } of topic.insights) {
      const years = spellings(question).flatMap((text) => text.match(/\b20\d\d\b/g) ?? []);
      const earliest = points.map(({ date }) => (date ?? '9999').slice(0, 4)).sort()[0] ?? '9999';
      expect(years.filter((year) => year > earliest)).toEqual([]);
    }
  });
});

/** What became known about the Ascend 950 only after 2 October 2025. */
const LATER = /Atlas 350|112\s?GB|1\.4\s?TB|1\.56|2\.8|H20|DeepSeek|ByteDance|Zhang Dixuan|2026-0[1-9]/i;

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
      beyond: false,
    });
    expect(view.summary.text).toMatch(/950PR for prefill.*950DT for decoding and training/);
    expect(view.known?.text.text).toMatch(/18 Sep 2025.*950PR planned for Q1 2026.*950DT for Q4 2026/);
    expect(view.known).toMatchObject({ status: 'planned', date: '2025-09-18' });
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
      known: { status: 'happened', origin: { text: 'BIS rule' } },
      question: { text: { text: 'Security tool or bargaining chip?' } },
      knownUntil: '2026-06',
      beyond: false,
    });
    expect(view.summary.text).toMatch(/AI chips, supercomputers and chipmaking tools.*since October 2022/);
    expect(view.known?.text.text).toMatch(/15 Jan 2026.*H200-class.*case by case.*licence is still needed/);
    expect(view.since?.to).toMatch(/^2026-05/);
  });
});
