import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { loadSolver } from '#kernel/disclosure/server';
import { openBrowser } from '../../tests/support/browser.ts';
import { benchQuestions, measureQuestion, type Spent } from './disclosure-questions.ts';

type Say = (line: string) => void;

const root = join(import.meta.dirname, '../..');
const examples = join(root, 'src/kernel/disclosure/examples/mse');
const lists = Object.fromEntries(
  ['uk2013_5lists', 'netherlands_6lists'].map((name) => [name, readFileSync(join(examples, `${name}.csv`), 'utf8')]),
);

/**
 * What checking figures costs in Node, and in a worker of Chromium: seconds and programs, and beside them the time that the solver alone took for
 * the same programs.
 */
export async function benchDisclosure(say: Say): Promise<void> {
  const began = performance.now();
  const load = await loadSolver();
  say(`Figures that may leave, Node (solver loaded in ${(performance.now() - began).toFixed(0)} ms)`);
  for (const question of benchQuestions(lists)) say(lineOf(measureQuestion(question, load(600))));
  await benchInChromium(say);
}

function lineOf({ title, ok, all, inSolver, programs }: Spent): string {
  const beside = (all / Math.max(inSolver, 1e-3)).toFixed(2);
  const solved = `${String(programs)} programs, ${(inSolver / 1000).toFixed(2)} s of them in the solver`;
  return `  ${title}: ${(all / 1000).toFixed(2)} s, ${solved} (ratio ${beside})${ok ? '' : ', REFUSED'}`;
}

const heard = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('loaded'), ms: z.number() }),
    z.object({
      kind: z.literal('spent'),
      ...{ title: z.string(), ok: z.boolean(), all: z.number(), inSolver: z.number(), programs: z.number() },
    }),
  ]),
);

async function benchInChromium(say: Say): Promise<void> {
  const outDir = join(root, '.cache/bench-disclosure');
  await build({
    ...{ root, configFile: false, logLevel: 'error', publicDir: false, base: '/' },
    worker: { format: 'es' },
    build: {
      ...{ outDir, emptyOutDir: true, target: 'es2023', minify: false },
      rollupOptions: {
        input: join(import.meta.dirname, 'web/disclosure-page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const server = createServer(({ url = '/' }, answer) => {
    const kinds: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
    answer.setHeader('Content-Type', kinds[extname(url)] ?? 'text/html');
    answer.end(
      extname(url) in kinds
        ? readFileSync(join(outDir, url))
        : '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const browser = await openBrowser();
  try {
    await browser.page.goto(`http://127.0.0.1:${String(typeof address === 'object' ? (address?.port ?? 0) : 0)}/`);
    await browser.page.waitForFunction('"runDisclosureBench" in globalThis');
    say('\nThe same in a worker of Chromium');
    for (const one of heard.parse(await browser.page.evaluate(`runDisclosureBench(${JSON.stringify(lists)})`)))
      say(one.kind === 'loaded' ? `  solver loaded in ${one.ms.toFixed(0)} ms` : lineOf(one));
  } finally {
    await browser.close();
    server.close();
  }
}
