import { defineConfig } from 'vitest/config';

// The suites that have to notice a changed rule of the engine; run by Stryker once for every mutant that they reach.
export default defineConfig({
  test: {
    include: ['src/kernel/procedures/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
