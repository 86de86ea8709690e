/** Opens the card's frame as the reader session of a page does. */
import { configure, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/card/App';
import { openSession } from '@/entrypoints/card/session';
import { replacePack } from '@/lib/db/packs';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

export type Show = Extract<ToCard, { type: 'show' }>;

/** What the page says of itself. */
export const ARTICLE = {
  url: 'https://news.example/a?from=feed',
  linked: 'https://news.example/a',
  title: 'An article',
  language: 'en',
  isList: false,
  written: [{ from: 'meta' as const, label: 'article:published_time', text: '2025-10-02' }],
};

/** What the session asks for, if nothing else is said. */
const SHOW: Show = {
  type: 'show',
  visit: 1,
  topic: 'huawei',
  word: 'Huawei',
  site: 'news.example',
  article: ARTICLE,
  pageTopics: [],
  focus: false,
  step: null,
};

/**
 * The reader session's end of the port: says what to show, and keeps what it hears. `first`: for which topic the
 * frame is made.
 */
export function openCard({ first }: { first?: string } = {}) {
  const { port1, port2 } = new MessageChannel();
  const handed = Promise.withResolvers<MessagePort>();
  const heard: FromCard[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromCard>) => heard.push(data);
  const say = (message: ToCard) => port1.postMessage(message);
  const show = (fields: Partial<Show> = {}) => say({ ...SHOW, ...fields });
  const handOver = () => handed.resolve(port2);
  if (!first) handOver();
  const hears = (message: Partial<FromCard>) =>
    waitFor(() => expect(heard).toContainEqual(expect.objectContaining(message)));
  const shown = render(<App session={openSession(handed.promise, first)} theme="system" />);
  ports.push(port1, port2);
  return { ...shown, heard, say, show, hears, handOver };
}

/** What the background answers to any call; returns what it was asked. */
export function answerBackgroundWith(value: unknown) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value } as never);
}

const ports: MessagePort[] = [];

/** Closes what the cards have talked over; after each test. */
export function closePorts(): void {
  for (const port of ports.splice(0)) port.close();
}

/** For each test of the file: a store with two topics, Huawei and Ascend, and no card or mock left over from the last. */
export function prepareCards(): void {
  // The first test that opens a part of the card waits for its code.
  configure({ asyncUtilTimeout: 5_000 });
  emptyDatabaseBeforeEach();
  beforeEach(async () => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
    const ascend = makeTopic({ id: 'ascend', facts: [] });
    await replacePack(
      makePack([makeTopic({ relations: [{ type: 'makes', topic: 'ascend', status: 'happened' }] }), ascend]),
    );
  });
  afterEach(() => {
    closePorts();
    vi.restoreAllMocks();
  });
}
