import { defineConfig } from 'vitest/config';

// The suites that have to notice a changed rule, attack or estimate; run by Stryker once for every mutant that they reach.
export default defineConfig({
  test: {
    include: ['src/kernel/disclosure/**/*.test.ts'],
    exclude: ['src/kernel/disclosure/**/*.api.test.ts'],
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
