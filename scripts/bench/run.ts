import type { BenchIndex } from './indexes.ts';
import type { Lab } from './lab.ts';
import type { BenchSite } from './pages.ts';
import type { Section } from './report.ts';

/** What a measurement is given. */
export type Run = {
  lab: Lab;
  site: BenchSite;
  /** Samples of each kind: how often everything is repeated. */
  rounds: number;
  shipped: BenchIndex;
  /** 100,000 terms: the shipped ones and names that nobody has. */
  large: BenchIndex;
  /** The shipped terms and 3,000 names that stand on the pages. */
  named: BenchIndex;
  /** 100,000 terms with these names among them. */
  largeNamed: BenchIndex;
  /** Alternatives in the peers' expression. */
  alternatives: number;
  /** Whether a measurement is part of this run: what it needs is then sampled along with the others. */
  isWanted: (name: string) => boolean;
  samples: ScanSamples;
  /** Says how far the run is; never part of the report. */
  progress: (text: string) => void;
};

/** One measurement: what it comes to once it has run. */
export type Measurement = (run: Run) => Promise<Section[]>;

/** Scans of all pages, sampled once for all measurements that read them. */
export type ScanSamples = {
  cold: () => Promise<PageSamples[]>;
  warm: () => Promise<PageSamples[]>;
};

/** The samples of one page in milliseconds, by what was sampled. */
export type PageSamples = { page: string; units: number; readUnits: number; samples: Map<string, number[]> };
