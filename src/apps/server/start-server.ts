import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { systemClock, type Clock, type TenantId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { createRoom, openBlobs, type HasRoom } from '#platform/server/blobs';
import { inTenant, type Database } from '#platform/server/db';
import {
  clearTries,
  createAddressReader,
  createApp,
  createMetrics,
  createReadingMeter,
  keepMeterTrue,
  openBuilt,
  type LoggedReading,
  type OtherLimits,
  type ServerParts,
} from '#platform/server/http';
import { startWorker } from '#platform/server/jobs';
import type { Mailer } from '#platform/server/mail';
import { createDoor, findTenant } from '#kernel/accounts/server';
import { countActs, keepAuditLinked, openActLog, recordAudit } from '#kernel/audit/server';
import { policy, serverModules } from './modules.ts';

/** What a running server needs; everything else it brings along. */
export interface ServerOptions {
  readonly database: Database;
  /** Folder for ciphertext files. */
  readonly blobFolder: string;
  readonly secrets: ReadonlyMap<string, string>;
  /** Folder of the built browser side; null to serve the API alone. */
  readonly webRoot: string | null;
  readonly host: string;
  readonly port: number;
  /** Under which everybody finds this installation, as settings say; null or absent where they do not. */
  readonly publicOrigin?: string | null;
  /** A second host that leads here, where files of strangers may have an origin; null or absent where there is none. */
  readonly packageOrigin?: string | null;
  /** Port for `/metrics`, on this machine only; none when absent. */
  readonly adminPort?: number | undefined;
  /** Proxies of ours, by address or network: they say for whom they ask. */
  readonly trustedProxies?: readonly string[];
  readonly clock?: Clock;
  /** Null where no mail is sent. */
  readonly mail?: Mailer | null;
  /** Seconds between two looks for due jobs; null to leave it to `runJobs`. */
  readonly pollSeconds?: number | null;
  /** How much one person may read in an hour by each row, in the place of what the rows say; for tests. */
  readonly readingPerHour?: OtherLimits | undefined;
  /** Looks at the disk of the ciphertext files when absent. */
  readonly hasRoom?: HasRoom | undefined;
  readonly reportDefect: (route: string, error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  /** Runs every job that is due now, with `ahead` recurring ones too that have time yet; how many ran. */
  runJobs(options?: { readonly ahead?: boolean }): Promise<number>;
  /** Stops taking requests and jobs and waits for those that run. */
  stop(): Promise<void>;
}

/**
 * For how long a connection that nothing is asked on stays. Longer than proxies keep theirs, usually a minute: whoever
 * asks on a connection that was just closed gets no answer, and a change cannot simply be sent again.
 */
const keptMilliseconds = 65_000;

/** Joins all modules into one HTTP server and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const parts = partsOf(options);
  const routes = serverModules.flatMap((module) => module.routes);
  const mounts = serverModules.flatMap((module) => module.mounts ?? []);
  const app = createApp(parts, routes, options.webRoot, mounts);
  // Before anybody is answered: what was read before a restart counts.
  const metering = await keepMeterTrue(parts.meter, {
    clock: parts.clock,
    readLog: (since) => readReadings(options.database, since),
    report: (error) => options.reportDefect('meter', error),
  });
  const metrics = createMetrics();
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: keptMilliseconds },
    listenerOf(app.fetch),
  );
  server.on('request', ({ method = '' }, answer) => {
    const began = performance.now();
    answer.once('finish', () => metrics.count(method, answer.statusCode, (performance.now() - began) / 1000));
  });
  const port = await listen(server, options.host, options.port);
  const admin = await serveMetrics(options.adminPort, () => metrics.print());
  const linking = keepAuditLinked(
    options.database,
    () => listTenants(options.database),
    (error) => options.reportDefect('audit', error),
  );
  const worker = startWorker({
    ...parts,
    jobs: [clearTries, ...serverModules.flatMap(({ jobs }) => jobs ?? [])],
    listTenants: () => listTenants(options.database),
    report: options.reportDefect,
    ...(options.pollSeconds === undefined ? {} : { pollSeconds: options.pollSeconds }),
  });
  const stop = async (): Promise<void> => {
    await Promise.all([close(server), worker.stop()]);
    if (admin !== null) await close(admin);
    await Promise.all([linking.stop(), metering.stop()]);
  };
  return { address: `http://${options.host}:${port}`, port, runJobs: worker.runDue, stop };
}

function partsOf(options: ServerOptions): ServerParts {
  return {
    database: options.database,
    blobs: openBlobs(options.blobFolder),
    hasRoom: options.hasRoom ?? createRoom(options.blobFolder),
    clock: options.clock ?? systemClock,
    randomBytes: randomBytes,
    secrets: options.secrets,
    mail: options.mail ?? null,
    publicOrigin: options.publicOrigin ?? null,
    packageOrigin: options.packageOrigin ?? null,
    readBuilt: openBuilt(options.webRoot),
    addressOf: createAddressReader(options.trustedProxies ?? []),
    meter: createReadingMeter(options.readingPerHour),
    ...createDoor(),
    mayRole: (act, roles) => policy.mayRole(act, roles),
    recordAct: recordAudit,
    noteAct: openActLog(options.database).note,
    reportDefect: (row, error) => options.reportDefect(row.name, error),
  };
}

/** Acts of rows that limit how much is read. */
const readingActs = serverModules
  .flatMap(({ routes }) => routes)
  .flatMap(({ row }) => (row.reading && typeof row.audit === 'string' ? [row.audit] : []));

async function readReadings(database: Database, since: Date): Promise<readonly LoggedReading[]> {
  const tenants = await listTenants(database);
  const counted = tenants.map((tenant) =>
    inTenant(database, { tenant, user: null }, (tx) => countActs(tx, tenant, { acts: readingActs, since })),
  );
  return (await Promise.all(counted)).flat();
}

/** Figures for whoever watches over the machine; never on an address that others can reach. */
async function serveMetrics(port: number | undefined, print: () => string): Promise<Server | null> {
  if (port === undefined) return null;
  const admin = createServer(({ method, url }, answer) => {
    const found = method === 'GET' && url === '/metrics';
    answer.writeHead(found ? 200 : 404, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    answer.end(found ? print() : '');
  });
  await listen(admin, '127.0.0.1', port);
  return admin;
}

async function listTenants(database: Database): Promise<readonly TenantId[]> {
  const tenant = await inTenant(database, { tenant: null, user: null }, findTenant);
  return tenant ? [tenant.tenant] : [];
}

type Listener = Parameters<typeof createServer>[1];

function listenerOf(fetch: Parameters<typeof getRequestListener>[0]): Listener {
  const listener = getRequestListener(fetch);
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Answers what is under way, and keeps no connection open after it: a browser would hold on to it for a minute. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closing = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
    server.closeIdleConnections();
  });
}
