import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { releasedPacks } from '#kernel/procedures';
import { newestPacks } from '#modules/casework/client';
import { openBrowser } from '../../tests/support/browser.ts';
import { sixtyFacts } from './journey.ts';

const cases = 1_000;
const assets = join(import.meta.dirname, '../../dist/web/assets');

/**
 * In Chromium, in the very worker that the workspace uses: a thousand cases of sixty facts, each answered by the versions it
 * stands on and by the newest, and compared. Opening the cases before, which is decryption and journeys to the server, is
 * not in it; the `devices` bench says what that costs.
 */
export async function benchRules(say: (line: string) => void): Promise<void> {
  if (spawnSync(process.execPath, ['scripts/build-when-needed.ts'], { stdio: 'inherit' }).status !== 0) return;
  const worker = readdirSync(assets).find((name) => name.startsWith('compare-worker'));
  if (worker === undefined) throw new Error('the worker was not built');
  const server = createServer(({ url }, answer) => {
    const isScript = url === `/assets/${worker}`;
    answer.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    answer.end(isScript ? readFileSync(join(assets, worker)) : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const browser = await openBrowser();
  try {
    await browser.page.goto(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`);
    const to = newestPacks('nl');
    const from = to.map(({ id }) => ({ id, version: '2026.1' }));
    const packs = releasedPacks.filter(({ country }) => country === 'nl');
    const input = JSON.stringify({ packs, from, to, facts: sixtyFacts(), cases, worker: `/assets/${worker}` });
    const rounds: number[] = [];
    for (let round = 0; round < 3; round += 1)
      rounds.push(await browser.page.evaluate<number>(`(${compareInPage})(${input})`));
    const [best = Number.NaN, median = Number.NaN, worst = Number.NaN] = rounds.toSorted((a, b) => a - b);
    say(`\nA new version of the rules, Chromium, one worker, ${cases.toLocaleString('en-GB')} cases of 60 facts`);
    say(
      `  both answers and their difference   ${(median / 1_000).toFixed(2)} s   (best ${(best / 1_000).toFixed(2)}, worst ${(worst / 1_000).toFixed(2)})`,
    );
  } finally {
    await browser.close();
    server.close();
  }
}

// Runs in the page, where the type check of this side knows nothing; so it is text.
const compareInPage = `async ({ packs, from, to, facts, cases, worker: address }) => {
  const worker = new Worker(address, { type: 'module' });
  const began = performance.now();
  worker.postMessage({ kind: 'packs', packs });
  await new Promise((done, fail) => {
    let answered = 0;
    worker.onerror = fail;
    worker.onmessage = ({ data }) => {
      if (!data.answer.ok) fail(new Error(JSON.stringify(data.answer.refusal)));
      answered += 1;
      if (answered === cases) done();
    };
    for (let at = 0; at < cases; at += 1) {
      const on = '2026-' + String((at % 12) + 1).padStart(2, '0') + '-15';
      worker.postMessage({ kind: 'question', at, question: { journey: { packs: from, parameters: {}, facts }, to, on, language: 'nl' } });
    }
  });
  worker.terminate();
  return performance.now() - began;
}`;
