import { afterEach, describe, expect, it, vi } from 'vitest';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import type { Reply } from '@/lib/apart/works';
import { listNotes } from '@/lib/db/notes';
import { NOTES_FORMAT, NOTES_VERSION } from '@/lib/exchange/notes-file';
import type { AppError } from '@/lib/model/app-error';
import { makeChange } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.unstubAllGlobals());

const toFile = (count: number, others: object = {}) => {
  const changes = Array.from({ length: count }, (_, at) => {
    const id = String(at).padStart(16, '0');
    return makeChange({ i: id, e: `note:${id}`, x: `Note ${at}` });
  });
  const head = {
    format: NOTES_FORMAT,
    v: NOTES_VERSION,
    exportedAt: '2026-01-01T00:00:00.000Z',
    replica: 'a',
  };
  return new Blob([JSON.stringify({ ...head, changes, ...others })]);
};

describe('a work in a thread of its own', () => {
  it('says how many notes are merged, as it goes on, and what came of it', async () => {
    const seen: [number, number][] = [];
    const see = (done: number, total: number) => void seen.push([done, total]);
    expect(await mergeApart('importFile', [toFile(600)], see)).toMatchObject({ added: 600 });
    expect(seen).toEqual([
      [250, 600],
      [500, 600],
      [600, 600],
    ]);
    expect(await listNotes()).toHaveLength(600);
  });

  it('throws here what it threw there', async () => {
    await expect(runApart('importFile', [toFile(1, { changes: [{}] })])).rejects.toMatchObject({
      name: 'AppError',
      code: 'import-invalid',
      detail: expect.stringMatching(/^changes\[0\]\.i: /),
    });
  });

  it('says that the thread is missing where the browser makes none', async () => {
    vi.stubGlobal('Worker', function refuse() {
      throw new DOMException('no thread', 'SecurityError');
    });
    await expect(runApart('exportVault', [])).rejects.toMatchObject({ code: 'thread-missing' });
  });

  describe('that says nothing', () => {
    const MINUTE = 60_000;
    const terminate = vi.fn();
    /** A thread that says each of these words after its minutes. */
    const startSpeaking = (words: [minutes: number, word: Reply][]) => {
      vi.useFakeTimers();
      class Speaking extends EventTarget {
        terminate = terminate;
        postMessage() {
          for (const [minutes, data] of words)
            setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })), minutes * MINUTE);
        }
      }
      vi.stubGlobal('Worker', Speaking);
      return runApart('exportVault', []).then(String, ({ code }: AppError) => code);
    };
    afterEach(() => {
      vi.useRealTimers();
      terminate.mockClear();
    });

    it.each<{ because: string; words: [number, Reply][]; minutes: number }>([
      { because: 'from the beginning', words: [], minutes: 10 },
      { because: 'after signs of life', words: [[5.5, { isAlive: true }]], minutes: 15 },
      { because: 'in the middle', words: [[9.5, { merged: { done: 250, total: 600 } }]], minutes: 19 },
    ])('for ten minutes is ended: $because', async ({ words, minutes }) => {
      const settled = vi.fn();
      const ended = startSpeaking(words).then(settled);
      await vi.advanceTimersByTimeAsync((minutes - 0.4) * MINUTE);
      expect(settled).not.toHaveBeenCalled();
      expect(terminate).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(0.4 * MINUTE);
      await ended;
      expect(settled).toHaveBeenCalledWith('thread-silent');
      expect(terminate).toHaveBeenCalledOnce();
    });

    it('for less than that each time may work for as long as it needs', async () => {
      const beats = Array.from({ length: 10 }, (_, at): [number, Reply] => [at * 9, { isAlive: true }]);
      const answer = { ok: true, value: 'done' };
      const ended = startSpeaking([...beats, [90, { answer }]]);
      await vi.advanceTimersByTimeAsync(90 * MINUTE);
      expect(await ended).toBe('done');
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  const FAILED = Object.assign(new Event('error'), { message: 'of the thread' });
  const MERGED = new MessageEvent('message', { data: { merged: { done: 250, total: 600 } } });
  it.each([
    { because: 'its file did not load', events: [FAILED], code: 'thread-missing', detail: 'of the thread' },
    { because: 'it broke at work', events: [MERGED, FAILED], code: 'unexpected', detail: 'of the thread' },
    { because: 'no answer can be read', events: [new Event('messageerror')], code: 'unexpected', detail: '' },
  ])('ends the thread and says so: $because', async ({ events, code, detail }) => {
    const terminate = vi.fn();
    class Broken extends EventTarget {
      terminate = terminate;
      postMessage() {
        for (const event of events) this.dispatchEvent(event);
      }
    }
    vi.stubGlobal('Worker', Broken);
    await expect(runApart('exportVault', [])).rejects.toMatchObject({ code, detail });
    expect(terminate).toHaveBeenCalledOnce();
  });
});
