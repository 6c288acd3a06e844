import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';

/** A whole, real installation in a process of its own, as `npm start -- --empty` makes it. */
export interface Installation {
  readonly folder: string;
  readonly address: string;
  readonly port: number;
  readonly foundingCode: string;
  /** Everything that the process wrote to its two outputs. */
  output(): Buffer;
  /** Every row of every table as text, after all of it was written to disk. */
  dump(): Promise<Buffer>;
  stop(): Promise<void>;
}

const founding = /with this code, once:\s+(\S+)\s/;

/** Starts one on a free port and waits until it is open. */
export async function startInstallation(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'baken-canary-'));
  const main = join(import.meta.dirname, '../../src/apps/cli/main.ts');
  const words = ['start', '--data', folder, '--port', String(await freePort()), '--empty'];
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const said = (): string => Buffer.concat(output).toString();
  const ended = new Promise<void>((end) => child.once('exit', () => end()));
  await untilTrue(() => founding.test(said()), said);
  const address = /open at (http:\/\/[\w.:]+)/.exec(said())?.[1] ?? '';
  return {
    folder,
    address,
    port: Number(new URL(address).port),
    foundingCode: founding.exec(said())?.[1] ?? '',
    output: () => Buffer.concat(output),
    dump: () => dumpAll(join(folder, 'socket')),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => found(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}

async function untilTrue(test: () => boolean, said: () => string): Promise<void> {
  for (let waited = 0; waited < 600; waited += 1) {
    if (test()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the installation did not open: ${said()}`);
}

async function dumpAll(socket: string): Promise<Buffer> {
  const client = new pg.Client({ host: socket, user: 'baken_super', database: 'baken' });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const lines: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} AS t`);
      lines.push(name, ...rows.rows.map(({ line }) => line));
    }
    return Buffer.from(lines.join('\n'));
  } finally {
    await client.end();
  }
}
