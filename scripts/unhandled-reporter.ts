import { writeFileSync } from 'node:fs';
import type { Reporter, Vitest } from 'vitest/node';

/**
 * A reporter of vitest: how many errors came up that belong to no test, which its report in JSON leaves out, into the file of
 * `--outputFile.unhandled`.
 */
export default class UnhandledReporter implements Reporter {
  #file = '';

  onInit({ config }: Vitest): void {
    this.#file = Object(config.outputFile).unhandled;
  }

  onTestRunEnd(_: unknown, unhandled: readonly unknown[]): void {
    writeFileSync(this.#file, String(unhandled.length));
  }
}
