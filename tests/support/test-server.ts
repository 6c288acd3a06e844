import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#platform/base';
import type { OtherLimits } from '#platform/server/http';
import type { Mailer } from '#platform/server/mail';
import { createApi, type Api, type Fetch } from '#platform/client';
import { createLoginSetup, randomBytes } from '#platform/crypto/server';
import { drawGatheringSecrets } from '#kernel/gatherings/server';
import { drawNoticeSecrets } from '#kernel/notices/server';
import { drawLearningSecrets, drawRecordSecrets } from '#modules/learning/server';
import { serverModules } from '../../src/apps/server/modules.ts';
import { startServer } from '../../src/apps/server/start-server.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

/** The whole server on a free port over a real database, with a clock that a test moves. */
export interface TestServer {
  readonly address: string;
  readonly database: TestDatabase;
  readonly clock: Clock & { set(instant: Date): void };
  /** One-time code with which a tenant may be founded. */
  readonly foundingCode: string;
  /** The same for a practice tenant. */
  readonly practiceCode: string;
  /** The installation's secret files, which a test may add to. */
  readonly secrets: Map<string, string>;
  /** Defects the server met; a test that expects none looks here. */
  readonly defects: readonly unknown[];
  /** A client with cookies of its own, as a browser has. */
  connect(): TestClient;
  /** Runs every job that is due by the test's clock; nothing else runs them. */
  runJobs(options?: { readonly ahead?: boolean }): Promise<number>;
  stop(): Promise<void>;
}

/** One browser, as far as the server can tell. */
export interface TestClient {
  readonly api: Api;
  readonly fetch: Fetch;
  readonly cookies: Map<string, string>;
}

/** Under which a test's installation says it is found; nothing is there. */
export const testOrigin = 'https://baken.test';

/** Starts a server for one test file. */
export async function startTestServer(
  options: {
    readonly webRoot?: string;
    readonly now?: Date;
    readonly mail?: Mailer;
    /** What settings say of where the installation is found; null for nothing. */
    readonly publicOrigin?: string | null;
    /** A second host that leads to it, for files of strangers. */
    readonly packageOrigin?: string | null;
    /** A free port when absent. */
    readonly port?: number;
    readonly readingPerHour?: OtherLimits;
    readonly hasRoom?: () => Promise<boolean>;
  } = {},
): Promise<TestServer> {
  const database = await openTestDatabase({ modules: serverModules });
  const blobFolder = mkdtempSync(join(tmpdir(), 'baken-blobs-'));
  const defects: unknown[] = [];
  let now = options.now ?? new Date();
  const foundingCode = 'only-for-tests';
  const practiceCode = 'practice-only-for-tests';
  const secrets = new Map([
    ['login-setup', await createLoginSetup()],
    ['founding-code', foundingCode],
    ['practice-code', practiceCode],
    ...drawNoticeSecrets(randomBytes),
    ...drawGatheringSecrets(randomBytes),
    ...drawRecordSecrets(randomBytes),
    ...drawLearningSecrets(randomBytes),
  ]);
  const clock = { now: () => now, set: (instant: Date) => void (now = instant) };
  const server = await startServer({
    database: database.database,
    blobFolder,
    secrets,
    webRoot: options.webRoot ?? null,
    host: '127.0.0.1',
    port: options.port ?? 0,
    clock,
    mail: options.mail ?? null,
    publicOrigin: options.publicOrigin === undefined ? testOrigin : options.publicOrigin,
    packageOrigin: options.packageOrigin ?? null,
    pollSeconds: null,
    readingPerHour: options.readingPerHour,
    hasRoom: options.hasRoom,
    reportDefect: (route, error) => void defects.push({ route, error }),
  });
  return {
    address: server.address,
    database,
    clock,
    foundingCode,
    practiceCode,
    secrets,
    defects,
    connect: () => connectTo(server.address),
    runJobs: server.runJobs,
    stop: async () => {
      await server.stop();
      await database.close();
      rmSync(blobFolder, { recursive: true, force: true });
    },
  };
}

/** A client that keeps cookies between calls. */
export function connectTo(address: string): TestClient {
  const cookies = new Map<string, string>();
  const withCookies: Fetch = async (target, { method, headers, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(target, {
      method,
      headers: { ...headers, ...(cookie === '' ? {} : { Cookie: cookie }), 'Sec-Fetch-Site': 'same-origin' },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return { api: createApi({ baseUrl: address, fetch: withCookies }), fetch: withCookies, cookies };
}
