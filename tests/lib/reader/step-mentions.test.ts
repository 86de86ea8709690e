// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PageScan } from '@/lib/reader/scan-page';
import { nextSpot } from '@/lib/reader/step-mentions';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { layScanBed, scanOf } from './scan-bed';

layScanBed();

describe('nextSpot', () => {
  it('goes round the ends of the page', async () => {
    const { scan }: { scan: PageScan } = scanOf('<p>Huawei Nvidia CUDA</p>');
    await scan.readAll();
    const spots = visibleSpots(scan, 'painted');
    const [first, second, last] = spots as [(typeof spots)[0], (typeof spots)[0], (typeof spots)[0]];
    expect(nextSpot(spots, null, 1)).toBe(first);
    expect(nextSpot(spots, null, -1)).toBe(last);
    expect(nextSpot(spots, first, 1)).toBe(second);
    expect(nextSpot(spots, first, -1)).toBe(last);
    expect(nextSpot(spots, last, 1)).toBe(first);
    expect(nextSpot([], null, 1)).toBeNull();
  });
});
