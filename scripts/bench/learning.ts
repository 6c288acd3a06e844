import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { foldAttempt, mergeEvents, type AttemptEvent } from '#modules/learning';
import { inspectPackage } from '#modules/learning/server';
import { serveStatic } from '#platform/server/http';
import { exportCourse, readBuiltCourse } from '../../src/apps/cli/courses/export-course.ts';
import { benchRecords } from './records.ts';
import { runPart } from './run-part.ts';

type Say = (line: string) => void;

const root = join(import.meta.dirname, '../..');
const built = join(root, 'dist/web');
const id = 'recognising-trafficking';

/** The record store, the first load of a module, joining what several devices know, packages out and looked into. */
export async function benchLearning(say: Say): Promise<void> {
  await runPart(say, 'the record store', () => benchRecords(say));
  say('Module, as the build wrote it');
  // What is not built cannot be loaded.
  await runPart(say, 'the build', () =>
    execFileSync(process.execPath, ['scripts/build-when-needed.ts'], { cwd: root, stdio: 'inherit' }),
  );
  await runPart(say, 'the first load of a module', () => benchFirstLoad(say));
  await runPart(say, 'the joining of devices', () => benchMerge(say));
  await runPart(say, 'packages', () => benchPackages(say));
}

/** Bytes and time of the first scene at 400 kbit/s and 400 ms, as Baken sends them. */
async function benchFirstLoad(say: Say): Promise<void> {
  let [bytes, seconds] = [0, 0];
  const server = serveBuilt((file, sent) => {
    if (file.endsWith('.js')) bytes += sent;
  });
  const address = await listen(server);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const rate = (400 * 1024) / 8;
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 400, downloadThroughput: rate, uploadThroughput: rate },
    });
    const began = performance.now();
    await page.goto(`${address}/learn/${id}`, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    seconds = (performance.now() - began) / 1000;
    // The first scene stands in its page: what makes it work comes after it.
    await page.waitForLoadState('networkidle');
  } finally {
    await browser.close();
    server.close();
  }
  say(
    `  first scene: ${(bytes / 1000).toFixed(1)} kB of script (goal 150), readable after ${seconds.toFixed(1)} s at 400 kbit/s and 400 ms (goal 3)`,
  );
}

/** The built browser side as Baken itself sends it; tells how many bytes of which file went out. */
function serveBuilt(tell: (file: string, bytes: number) => void): Server {
  return createServer(({ url = '/', headers }, answer) => {
    const path = url.split('?')[0] ?? '/';
    const accepted = new Headers({ 'Accept-Encoding': String(headers['accept-encoding'] ?? '') });
    void serveStatic(built, path, accepted).then(async (page) => {
      const bytes = new Uint8Array(await page.arrayBuffer());
      tell(path, bytes.length);
      answer.writeHead(page.status, Object.fromEntries(page.headers)).end(bytes);
    });
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}`;
}

function benchMerge(say: Say): void {
  const events = (device: string): AttemptEvent[] =>
    Array.from({ length: 5_000 }, (_, at) => ({
      ...{
        attempt: 'run',
        device,
        seq: at + 1,
        scene: 'what',
        block: `b${String(at % 40)}`,
        kind: 'answered' as const,
      },
      ...{ options: ['a'], at: new Date(Date.UTC(2026, 10, 1) + at * 1000).toISOString() },
    }));
  const [phone, desk] = [events('phone'), events('desk')];
  const began = performance.now();
  foldAttempt(mergeEvents(phone, desk));
  say(`  10,000 steps of two devices joined and told: ${(performance.now() - began).toFixed(0)} ms`);
}

async function benchPackages(say: Say): Promise<void> {
  const course = readBuiltCourse(built, id, 'en');
  if (course === null) return say('  NOT RUN: the browser side is not built');
  const folder = mkdtempSync(join(tmpdir(), 'baken-bench-'));
  const file = join(folder, 'package.zip');
  let began = performance.now();
  const bytes = exportCourse(built, { course, organisation: null, slots: [], receipts: null }, 'scorm12');
  const made = performance.now() - began;
  writeFileSync(file, bytes);
  began = performance.now();
  await inspectPackage(file);
  const inspected = performance.now() - began;
  began = performance.now();
  execFileSync('unzip', ['-tqq', file]);
  const tested = performance.now() - began;
  rmSync(folder, { recursive: true });
  say(
    `  SCORM package of ${(bytes.length / 1000).toFixed(0)} kB: made in ${made.toFixed(0)} ms, looked into in ${inspected.toFixed(0)} ms, unzip -t ${tested.toFixed(0)} ms`,
  );
}
