import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Where a passphrase costs what it costs a person: in the browser stories, and in the suite of the module that sets it. */
const withRealCost = [
  'tests/journeys/**/*.test.ts',
  'tests/**/*.journey.ts',
  'src/platform/crypto/suite-1/opaque.test.ts',
];

// Real PostgreSQL and real Chromium run beside the tests on two cores, so few workers.
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Files of one worker share what they import: loading it anew for each took three quarters of the time of small suites.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        resolve: { alias: { '@serenity-kit/opaque': join(import.meta.dirname, 'tests/support/quick-stretching.ts') } },
        // Without `exclude`: a project that has its own is not told what the command line leaves out.
        test: {
          name: 'suites',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', ...withRealCost.map((path) => `!${path}`)],
        },
      },
      // A story outlasts one wait for a page that comes late (`patience` of a screen).
      { extends: true, test: { name: 'real cost', include: withRealCost, testTimeout: 180_000, hookTimeout: 240_000 } },
    ],
  },
});
