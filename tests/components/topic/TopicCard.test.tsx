import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#i18n';
import type { SectionName } from '@/components/topic/section-name';
import { TopicCard } from '@/components/topic/TopicCard';
import type { Topic } from '@/lib/model/pack';
import { readShippedTopic } from '@/scripts/packs/read-shipped';
import { findViolations } from '../../axe';
import { makeFigure, makeTopic } from '../../builders';
import { speak } from '../../speak';

type Props = ComponentProps<typeof TopicCard>;

const CONTEXT: Props['context'] = {
  articleDate: '2025-10-02',
  pageTopics: ['nvidia'],
  today: '2026-11-23',
  languages: ['en'],
};

/** The card with its section kept by the test, as `Visit` keeps it. */
function Card({ topic, ...props }: { topic: Topic } & Partial<Props>) {
  const [section, setSection] = useState<SectionName | null>(props.section ?? null);
  return (
    <TopicCard
      topic={topic}
      context={CONTEXT}
      onClose={() => {}}
      related={new Map()}
      others={[]}
      peers={[]}
      onOpenTopic={() => {}}
      noteCount={0}
      notes={<p>My notes</p>}
      {...props}
      section={section}
      onSection={setSection}
    />
  );
}

const open = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const LATER = [/Atlas 350/, /112 GB/, /1,400 GB\/s/, /1,560 TFLOPS/, /2\.87/, /DeepSeek/, /ByteDance/];

/** What a reader sees without opening a fold. */
function textOutsideFolds(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const fold of copy.querySelectorAll('details')) fold.replaceWith('');
  return copy.textContent ?? '';
}

describe('the first view', () => {
  it('is an article named after the topic, with doors to the sections and no tabs', async () => {
    const { container } = render(<Card topic={readShippedTopic('ascend-950')} />);
    const card = screen.getByRole('article', { name: 'Ascend 950' });
    for (const name of ['Background', 'Insights', 'Timeline', 'On this page', 'Notes']) {
      expect(within(card).getByRole('button', { name })).toBeInstanceOf(HTMLButtonElement);
    }
    expect(screen.queryByRole('tablist')).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });

  it('keeps words apart where only a drawn dot stands between them', () => {
    const { container } = render(<Card topic={readShippedTopic('ascend-950')} />);
    expect(container.textContent).toContain('AI chip series Huawei');
    expect(container.textContent).toContain('plan Huawei keynote');
    expect(container.textContent).toContain('(to Apr 2026) Facts to Jun 2026');
  });

  it('says the language of the other name', () => {
    render(<Card topic={readShippedTopic('ascend-950')} />);
    expect(screen.getByText('昇腾950').getAttribute('lang')).toBe('zh-Hans');
  });

  it('has a door to the sources where the page mentions nothing else', () => {
    render(<Card topic={makeTopic()} context={{ ...CONTEXT, pageTopics: ['huawei'] }} />);
    expect(screen.getByRole('button', { name: 'Sources' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'On this page' })).toBeNull();
  });

  it('counts the notes at their door', () => {
    render(<Card topic={makeTopic()} noteCount={2} />);
    expect(screen.getByRole('button', { name: 'Notes (2)' })).toBeTruthy();
  });
});

describe('a section', () => {
  it.each(['background', 'insights', 'timeline', 'sources'] as const)(
    '%s of a shipped topic shows nothing later than the article outside a fold',
    async (section) => {
      const { container } = render(<Card topic={readShippedTopic('ascend-950')} section={section} />);
      const name = i18n.t(`card.section.${section}`);
      await screen.findByRole('region', { name });
      await screen.findAllByText(/Since then \(\d+\)/);
      for (const later of LATER) expect(textOutsideFolds()).not.toMatch(later);
      expect(await findViolations(container)).toEqual([]);
    },
  );

  it('opens in place, leads to the others and back, and takes the focus along', async () => {
    render(<Card topic={makeTopic()} />);
    await open('Background');
    expect(screen.getByRole('button', { name: 'Background' }).getAttribute('aria-current')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await open('Timeline');
    expect(await screen.findByText('No events up to then.')).toBeTruthy();
    await open('Back to Huawei');
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('says of a statement that only weak pages carry that no primary source was seen', async () => {
    const fact = makeTopic().facts[0] as Topic['facts'][0];
    const sources: Topic['sources'] = [{ id: 'keynote', origin: 'A digest', tier: 'weak' }];
    render(
      <Card topic={makeTopic({ facts: [{ ...fact, status: 'claimed' }], sources })} section="background" />,
    );
    expect(await screen.findByText('reported, no primary source seen')).toBeTruthy();
    expect(screen.getByText('A digest')).toBeTruthy();
  });

  it('shows text, mark, date and a link to the source of each statement', async () => {
    const topic = makeTopic({
      sources: [
        {
          id: 'keynote',
          origin: 'Huawei keynote, 18 Sep 2025',
          url: 'https://example.com/a',
          tier: 'primary',
        },
      ],
    });
    render(<Card topic={topic} section="background" />);
    const item = (await screen.findByText('Set out a three-year chip roadmap.')).closest('li') as HTMLElement;
    expect(within(item).getByText('fact')).toBeTruthy();
    expect(within(item).getByText('18 Sep 2025')).toBeTruthy();
    const link = within(item).getByRole('link', { name: 'Huawei keynote, opens in a new tab' });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('shows a figure with measure, variant, value, unit, mark and date, and its note below', async () => {
    const figure = makeFigure('chip-memory', 128, {
      of: 'Ascend 950PR',
      status: 'planned',
      note: 'Roadmap value.',
    });
    render(<Card topic={makeTopic({ figures: [figure] })} section="figures" />);
    const line = await screen.findByText('Memory per chip, Ascend 950PR: 128 GB');
    const item = line.closest('li') as HTMLElement;
    for (const text of ['plan', '18 Sep 2025', 'Huawei keynote', 'Roadmap value.'])
      expect(within(item).getByText(text)).toBeTruthy();
  });

  it('shows a plan whose day has passed as such, and what came of another under the fold', async () => {
    const plan = { status: 'planned' as const, date: '2025-09-18', sources: [] };
    const topic = makeTopic({
      facts: [
        { ...plan, id: 'a', text: 'The truce is to end.', due: '2026-11-10' },
        {
          ...plan,
          id: 'b',
          text: 'The chip is to ship.',
          due: '2026-Q1',
          outcome: { result: 'late', text: 'Shipped in May.', date: '2026-05', sources: [] },
        },
      ],
    });
    render(<Card topic={topic} section="background" />);
    expect(await screen.findByText('Was due 10 Nov 2026; outcome not in this pack')).toBeTruthy();
    expect(screen.getByText('Due Q1 2026')).toBeTruthy();
    expect(textOutsideFolds()).not.toContain('Shipped in May');
    const fold = screen.getByText('Since then (1)').closest('details') as HTMLElement;
    expect(within(fold).getByText('Shipped in May.')).toBeTruthy();
    expect(within(fold).getByText('Came late')).toBeTruthy();
  });

  it('marks the views that are nobody else’s as opinion, and advice as none', async () => {
    const point = { status: 'claimed' as const, date: '2025-09', sources: [] };
    const topic = makeTopic({
      insights: [
        {
          id: 'q',
          question: 'How to adapt?',
          topics: [],
          investor: true,
          points: [
            { ...point, id: 'a', text: 'Supply first.', opinion: 'founding' },
            { ...point, id: 'b', text: 'Look at memory.', opinion: 'sidelight' },
            { ...point, id: 'c', text: 'Wait.', by: 'An analyst' },
          ],
        },
      ],
    });
    render(<Card topic={topic} section="insights" />);
    expect(await screen.findByText('Analysis published with the news item, September 2025')).toBeTruthy();
    expect(screen.getByText("Sidelight's reading of the facts above")).toBeTruthy();
    expect(screen.getAllByText('opinion')).toHaveLength(2);
    expect(screen.getByText('An analyst')).toBeTruthy();
    expect(screen.getByText('Background, not advice')).toBeTruthy();
  });

  it('names who holds a view once where the source is their own, and beside it where it is another', async () => {
    const point = { status: 'claimed' as const, date: '2025-09', sources: ['reuters'] };
    const topic = makeTopic({
      sources: [{ id: 'reuters', origin: 'Reuters, 2 Sep 2025', date: '2025-09-02', tier: 'newsroom' }],
      insights: [
        {
          id: 'q',
          question: 'How to adapt?',
          topics: [],
          points: [
            { ...point, id: 'a', text: 'Supply first.', by: 'Reuters' },
            { ...point, id: 'b', text: 'Wait.', by: 'An analyst' },
          ],
        },
      ],
    });
    render(<Card topic={topic} section="insights" />);
    expect(await screen.findByText('An analyst')).toBeVisible();
    expect(screen.getAllByText('Reuters')).toHaveLength(2);
  });

  it('opens a related topic that is installed, and leaves out one that is not', async () => {
    const onOpenTopic = vi.fn();
    const topic = makeTopic({
      relations: [
        { type: 'makes', topic: 'ascend', status: 'happened' },
        { type: 'makes', topic: 'gone', status: 'happened' },
      ],
    });
    const related = new Map([['ascend', { id: 'ascend', name: { text: 'Ascend', lang: 'en' } }]]);
    render(<Card topic={topic} section="background" related={related} onOpenTopic={onOpenTopic} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    expect(onOpenTopic).toHaveBeenCalledWith('ascend');
    expect(screen.queryByText('gone')).toBeNull();
  });
});

describe('in Chinese', () => {
  const inChinese = { ...CONTEXT, languages: ['zh-Hans'] };
  beforeEach(() => speak('zh_CN'));

  it('is named in Chinese, with the English name beside it, and marked as a translation', async () => {
    const { container } = render(<Card topic={readShippedTopic('ascend-950')} context={inChinese} />);
    const card = screen.getByRole('article', { name: '昇腾950' });
    expect(within(card).getByText('Ascend 950').getAttribute('lang')).toBe('en');
    expect(
      within(card)
        .getByText(/950PR用于预填充/)
        .getAttribute('lang'),
    ).toBe('zh-Hans');
    expect(within(card).getByText('译文')).toBeTruthy();
    expect(container.textContent).toContain('AI芯片系列 华为');
    expect(container.textContent).toContain('截至2025年10月2日已知');
    expect(container.textContent).toContain('（至2026年4月） 事实截至2026年6月');
    for (const name of ['背景', '看法', '时间线', '本页关联', '笔记']) {
      expect(within(card).getByRole('button', { name })).toBeInstanceOf(HTMLButtonElement);
    }
    expect(await findViolations(container)).toEqual([]);
  });

  it('marks each translated statement, and says of one that is in English only that it is English', async () => {
    render(<Card topic={readShippedTopic('ascend-950')} context={inChinese} section="background" />);
    const translated = (await screen.findByText(/950PR计划于2026年第一季度推出/)).closest(
      'li',
    ) as HTMLElement;
    expect(within(translated).getByText('译文')).toBeTruthy();
    const english = screen.getByText(/Both versions share one die/);
    expect(english.getAttribute('lang')).toBe('en');
    expect(within(english.closest('li') as HTMLElement).queryByText('译文')).toBeNull();
  });

  it('says the language of a text that stands inside a sentence of ours', async () => {
    render(<Card topic={readShippedTopic('ascend-950')} context={inChinese} section="sources" />);
    const place = await screen.findByText('Telepolis');
    expect(place.getAttribute('lang')).toBe('en');
    expect(place.parentElement?.textContent).toBe('见于：Telepolis');
  });
});
