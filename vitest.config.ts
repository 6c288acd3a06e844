import { defineConfig } from 'vitest/config';

// Real PostgreSQL and real Chromium run beside the tests on two cores, so few workers.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'tests/**/*.journey.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
