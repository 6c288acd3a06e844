import { defineConfig } from 'vitest/config';

// Real PostgreSQL and real Chromium run beside the tests on two cores, so few workers.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'tests/**/*.journey.ts'],
    maxWorkers: 2,
    // Files of one worker share what they import: loading it anew for each took three quarters of the time of small suites.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
