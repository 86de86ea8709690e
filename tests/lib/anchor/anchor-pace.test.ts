import { describe, expect, it } from 'vitest';
import { anchorAll } from '@/lib/anchor/anchor';
import { createRandom, pick } from '@/scripts/bench/random';
import { median } from '@/scripts/bench/statistics';
import { ARTICLE, NO_HURRY, select, selectText } from './article';

/** What this thread has computed so far, whatever else the machine does. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

describe('the pace of anchorAll', () => {
  it('takes no long step where chance brings many runs of letters', async () => {
    const random = createRandom(5);
    const text = Array.from({ length: 2_000 }, () => pick(random, ['A', 'C', 'G'])).join('');
    const selectors = Array.from({ length: 9 }, (_, at) => {
      const { quote, ...rest } = select(text, 200 + at * 70, 1_100 + at * 70);
      const exact = `${'z'.repeat(90)}${quote.exact.slice(90, -90)}${'y'.repeat(90)}`;
      return { ...rest, quote: { ...quote, exact } };
    });
    const longest: number[] = [];
    for (const one of selectors) {
      let [last, most] = [cpuMs(), 0];
      const isSpent = () => {
        const now = cpuMs();
        most = Math.max(most, now - last);
        last = now;
        return false;
      };
      await anchorAll(text, [one], { isSpent, rest: NO_HURRY.rest });
      isSpent();
      longest.push(most);
    }
    expect(median(longest)).toBeLessThan(12);
  });

  it('rests whenever the slice is used up', async () => {
    let rests = 0;
    const pace = { isSpent: () => true, rest: async () => void rests++ };
    const all = ['papers', 'crates', 'brokers'].map((quote) => selectText(ARTICLE, quote));
    await anchorAll(ARTICLE, all, pace);
    expect(rests).toBeGreaterThanOrEqual(all.length);
  });
});
