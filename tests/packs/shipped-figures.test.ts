import { describe, expect, it } from 'vitest';
import type { MeasureId } from '@/lib/model/measures';
import { readShippedTopic } from '@/scripts/packs/read-shipped';

/** The values of a measure in a topic, of one variant where there are several. */
function valuesOf(topic: string, measure: MeasureId, of?: string): number[] {
  return readShippedTopic(topic)
    .figures.filter((figure) => figure.measure === measure && figure.of === of)
    .map(({ value }) => value);
}

describe('chips that are set side by side', () => {
  const CHIPS: [topic: string, of: string | undefined, values: Partial<Record<MeasureId, number[]>>][] = [
    ['ascend-910b', 'Ascend 910B', { 'chip-fp16': [320], 'chip-memory': [64], 'chip-power': [310] }],
    [
      'ascend-910c',
      undefined,
      {
        'chip-bf16': [780, 752],
        'chip-fp16': [800],
        'chip-memory': [128],
        'chip-memory-bandwidth': [3_200],
        'chip-link': [784],
      },
    ],
    ['ascend-950', undefined, { 'chip-fp8': [1_000], 'chip-fp4': [2_000], 'chip-link': [2_000] }],
    ['ascend-950', 'Ascend 950PR', { 'chip-memory': [128], 'chip-memory-bandwidth': [1_600] }],
    ['ascend-950', 'Ascend 950DT', { 'chip-memory': [144], 'chip-memory-bandwidth': [4_000] }],
    ['ascend-950', 'Atlas 350', { 'card-fp4': [1_560], 'card-memory': [112], 'card-power': [600] }],
    [
      'ascend-960',
      undefined,
      { 'chip-fp8': [2_000], 'chip-fp4': [4_000], 'chip-memory': [288], 'chip-link': [2_200] },
    ],
    [
      'ascend-970',
      undefined,
      { 'chip-fp8': [4_000], 'chip-fp4': [8_000], 'chip-memory-bandwidth': [14_400], 'chip-link': [4_000] },
    ],
    ['h20', undefined, { 'chip-fp8': [296], 'chip-memory': [96], 'chip-memory-bandwidth': [4_000] }],
    ['h100-h800', 'H100', { 'chip-fp8': [1_979] }],
    ['h200', undefined, { 'chip-fp8': [1_979], 'chip-memory': [141], 'chip-memory-bandwidth': [4_800] }],
    [
      'blackwell',
      'B200',
      { 'chip-fp4': [10_000], 'chip-memory': [192], 'chip-memory-bandwidth': [8_000], 'chip-link': [1_800] },
    ],
    ['blackwell', 'GB200, one of its GPUs', { 'chip-bf16': [2_500] }],
  ];
  it.each(CHIPS)('%s, %s has what the fact sheets carry', (topic, of, values) => {
    for (const [measure, expected] of Object.entries(values))
      expect(valuesOf(topic, measure as MeasureId, of), measure).toEqual(expected);
  });

  it.each(['b30a', 'amd-mi300-mi308'])(
    '%s has no figure of the chip: the fact sheets carry none',
    (topic) => {
      const { figures } = readShippedTopic(topic);
      expect(figures.filter(({ measure }) => measure?.startsWith('chip-'))).toEqual([]);
    },
  );
});

describe('systems that are set side by side', () => {
  const SYSTEMS: [topic: string, of: string | undefined, values: Partial<Record<MeasureId, number[]>>][] = [
    [
      'cloudmatrix-384',
      undefined,
      {
        'system-chips': [384],
        'system-bf16': [300],
        'system-memory': [49.2],
        'system-memory-bandwidth': [1_229],
        'system-power': [559],
      },
    ],
    [
      'blackwell',
      'GB200 NVL72',
      {
        'system-chips': [72],
        'system-bf16': [180],
        'system-memory': [13.8],
        'system-memory-bandwidth': [576],
        'system-link': [130],
        'system-power': [145],
      },
    ],
    [
      'atlas-950-superpod',
      undefined,
      {
        'system-chips': [8_192],
        'system-fp8': [8_000],
        'system-fp4': [16_000],
        'system-memory': [1_152],
        'system-link': [16_300],
      },
    ],
    [
      'atlas-960-superpod',
      undefined,
      {
        'system-chips': [15_488],
        'system-fp8': [30_000],
        'system-fp4': [60_000],
        'system-memory': [4_460],
        'system-link': [34_000],
      },
    ],
    [
      'rubin-nvl144-nvl576',
      'Vera Rubin NVL144',
      {
        'system-chips': [72],
        'system-dies': [144],
        'system-fp8': [1_200],
        'system-fp4': [3_600],
        'system-link': [260],
      },
    ],
    [
      'rubin-nvl144-nvl576',
      'Rubin Ultra NVL576',
      {
        'system-chips': [144],
        'system-dies': [576],
        'system-fp8': [5_000],
        'system-fp4': [15_000],
        'system-power': [600],
      },
    ],
  ];
  it.each(SYSTEMS)('%s, %s has what the fact sheets carry', (topic, of, values) => {
    for (const [measure, expected] of Object.entries(values))
      expect(valuesOf(topic, measure as MeasureId, of), measure).toEqual(expected);
  });
});

it('has the thresholds that the fact sheets carry, and no others', () => {
  const rules = [
    'october-7-2022-rules',
    'october-17-2023-rules',
    'december-2-2024-rules',
    'us-chip-export-controls',
  ];
  const limits = rules.flatMap((rule) =>
    (readShippedTopic(rule).thresholds ?? []).map(({ date, conditions }) => [
      date,
      ...conditions.map(({ measure, is, value }) => `${measure} ${is} ${value}`),
    ]),
  );
  expect(limits).toEqual([
    ['2022-10-07', 'chip-link at-least 600'],
    ['2023-11-17', 'chip-points at-least 4800'],
    ['2023-11-17', 'chip-points at-least 1600', 'chip-performance-density at-least 5.92'],
    ['2024-12-02', 'stack-bandwidth-density above 2'],
    ['2025-04', 'chip-memory-bandwidth at-least 1400'],
    ['2025-04', 'chip-io-bandwidth at-least 1100'],
    ['2025-04', 'chip-total-bandwidth at-least 1700'],
    ['2026-01-15', 'chip-points below 21000', 'chip-memory-bandwidth below 6500'],
  ]);
});
