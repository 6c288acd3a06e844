import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Suites of single examples before those that draw many: what the quick ones notice need not wait for the slow ones. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = /\.prop\.test\.ts$|public-vectors|audit-corrections\.test|estimate\.test/;
    const rank = ({ moduleId }: TestSpecification) => (slow.test(moduleId) ? 1 : 0);
    return Promise.resolve(files.toSorted((one, other) => rank(one) - rank(other)));
  }
}

// The suites that have to notice a changed rule, attack or estimate; run by Stryker once for every mutant that they reach. SUITES names some of
// them, for a file at a time on a busy machine: what they notice, all of them notice.
export default defineConfig({
  test: {
    include: process.env['SUITES']?.split(' ') ?? ['src/kernel/disclosure/**/*.test.ts'],
    exclude: ['src/kernel/disclosure/**/*.api.test.ts'],
    setupFiles: ['tests/support/stop-at-failure.ts'],
    sequence: { sequencer: QuickFirst },
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
