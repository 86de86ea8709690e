/**
 * The measures by which figures of different topics can be set side by side. The list is closed: a figure that is
 * comparable to nothing has a text of its own instead.
 *
 * Each measure is of one thing (`of`): what holds of a card is not said of its chip, nor what holds of a die of the
 * package that a maker sells as one chip. Each has one unit, in which every value is stored. Money is not converted:
 * each currency is a measure of its own. Computing power is dense unless a figure says that it is sparse.
 */

/** What a measure is of. `stack`: of memory. `market`: of all makers together. */
export type MeasuredThing = 'chip' | 'card' | 'stack' | 'system' | 'company' | 'market' | 'rules';

/** Number formats in which computing power is stated, with the bit length of an operation. */
const BIT_LENGTHS = { FP4: 4, FP8: 8, INT8: 8, BF16: 16, FP16: 16 } as const;
type Precision = keyof typeof BIT_LENGTHS;

type Measure = { of: MeasuredThing; unit: string; precision?: Precision };

/** Every measure by its id. */
export const MEASURES = {
  'chip-fp4': { of: 'chip', unit: 'TFLOPS', precision: 'FP4' },
  'chip-fp8': { of: 'chip', unit: 'TFLOPS', precision: 'FP8' },
  'chip-int8': { of: 'chip', unit: 'TOPS', precision: 'INT8' },
  'chip-bf16': { of: 'chip', unit: 'TFLOPS', precision: 'BF16' },
  'chip-fp16': { of: 'chip', unit: 'TFLOPS', precision: 'FP16' },
  /** Total processing performance, as the US rules count it. */
  'chip-points': { of: 'chip', unit: 'points' },
  /** Total processing performance by area of the die. */
  'chip-performance-density': { of: 'chip', unit: 'points per mm²' },
  'chip-memory': { of: 'chip', unit: 'GB' },
  'chip-memory-bandwidth': { of: 'chip', unit: 'GB/s' },
  /** To other chips, all links together. */
  'chip-link': { of: 'chip', unit: 'GB/s' },
  /** All input and output, of which the links to other chips are a part. */
  'chip-io-bandwidth': { of: 'chip', unit: 'GB/s' },
  /** Memory, input and output together. */
  'chip-total-bandwidth': { of: 'chip', unit: 'GB/s' },
  'chip-power': { of: 'chip', unit: 'W' },
  'card-fp4': { of: 'card', unit: 'TFLOPS', precision: 'FP4' },
  'card-memory': { of: 'card', unit: 'GB' },
  'card-memory-bandwidth': { of: 'card', unit: 'GB/s' },
  'card-power': { of: 'card', unit: 'W' },
  'stack-bandwidth-density': { of: 'stack', unit: 'GB/s per mm²' },
  'system-chips': { of: 'system', unit: 'chips' },
  'system-dies': { of: 'system', unit: 'dies' },
  'system-cabinets': { of: 'system', unit: 'cabinets' },
  'system-fp4': { of: 'system', unit: 'PFLOPS', precision: 'FP4' },
  'system-fp8': { of: 'system', unit: 'PFLOPS', precision: 'FP8' },
  'system-bf16': { of: 'system', unit: 'PFLOPS', precision: 'BF16' },
  'system-fp16': { of: 'system', unit: 'PFLOPS', precision: 'FP16' },
  'system-memory': { of: 'system', unit: 'TB' },
  'system-memory-bandwidth': { of: 'system', unit: 'TB/s' },
  'system-link': { of: 'system', unit: 'TB/s' },
  'system-power': { of: 'system', unit: 'kW' },
  'system-price-usd': { of: 'system', unit: 'million dollars' },
  'revenue-cny': { of: 'company', unit: 'billion yuan' },
  'revenue-usd': { of: 'company', unit: 'billion dollars' },
  'revenue-eur': { of: 'company', unit: 'billion euros' },
  'quarter-revenue-cny': { of: 'company', unit: 'billion yuan' },
  'quarter-revenue-usd': { of: 'company', unit: 'billion dollars' },
  'ai-chip-revenue-usd': { of: 'company', unit: 'billion dollars' },
  'profit-cny': { of: 'company', unit: 'billion yuan' },
  'profit-usd': { of: 'company', unit: 'billion dollars' },
  'research-cny': { of: 'company', unit: 'billion yuan' },
  'investment-usd': { of: 'company', unit: 'billion dollars' },
  'china-sales-share': { of: 'company', unit: '%' },
  'listing-raised-cny': { of: 'company', unit: 'billion yuan' },
  'listing-raised-hkd': { of: 'company', unit: 'billion Hong Kong dollars' },
  'first-day-gain': { of: 'company', unit: '%' },
  'one-day-fall': { of: 'company', unit: '%' },
  'ai-chips-made': { of: 'company', unit: 'chips' },
  'advanced-wafers': { of: 'company', unit: 'wafers a month' },
  'china-ai-cards': { of: 'market', unit: 'cards' },
  'china-ai-card-share': { of: 'market', unit: '%' },
  'self-sufficiency-target': { of: 'market', unit: '%' },
  'hbm-share': { of: 'market', unit: '%' },
  'foundry-share': { of: 'market', unit: '%' },
  'entity-list-additions': { of: 'rules', unit: 'parties' },
} as const satisfies Record<string, Measure>;
export type MeasureId = keyof typeof MEASURES;

/** The unit in which every value of a measure is stored. */
export function unitOf(measure: MeasureId): string {
  return MEASURES[measure].unit;
}

/** In which number format a measure counts operations, and how many bits long one is; null where it counts none. */
export function numberFormatOf(measure: MeasureId): { name: Precision; bits: number } | null {
  const { precision }: Measure = MEASURES[measure];
  return precision === undefined ? null : { name: precision, bits: BIT_LENGTHS[precision] };
}
