import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/platform/server/http/create-app.ts';
import { createAddressReader } from '../../src/platform/server/http/create-address-reader.ts';
import { createReadingMeter } from '../../src/platform/server/http/reading-meter.ts';
import { openBlobs } from '../../src/platform/server/blobs/index.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

type Parts = Parameters<typeof createApp>[0];

/** The HTTP application alone over a real database without modules, for routes and mounts that a test makes up. */
export interface SampleApp {
  readonly database: TestDatabase;
  readonly request: ReturnType<typeof createApp>['request'];
  close(): Promise<void>;
}

/** Opens it: nobody is signed in and nothing is kept of acts unless `parts` say so. */
export async function openSampleApp(
  parts: Pick<Parts, 'clock'> & Partial<Parts>,
  routes: Parameters<typeof createApp>[1],
  mounts: Parameters<typeof createApp>[3] = [],
): Promise<SampleApp> {
  const database = await openTestDatabase({ modules: [] });
  const folder = mkdtempSync(join(tmpdir(), 'baken-http-'));
  const app = createApp(
    {
      database: database.database,
      blobs: openBlobs(folder),
      randomBytes: (length) => new Uint8Array(length),
      secrets: new Map(),
      mail: null,
      publicOrigin: null,
      packageOrigin: null,
      readBuilt: () => Promise.resolve(null),
      addressOf: createAddressReader([]),
      meter: createReadingMeter(),
      hasRoom: () => Promise.resolve(true),
      authenticate: () => Promise.resolve(null),
      recall: () => Promise.resolve(null),
      mayRole: () => false,
      recordAct: () => Promise.resolve(),
      noteAct: () => Promise.resolve(),
      reportDefect: () => {},
      ...parts,
    },
    routes,
    null,
    mounts,
  );
  return {
    database,
    request: app.request,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
