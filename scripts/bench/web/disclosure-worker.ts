import * as highsModule from 'highs';
// oxlint-disable-next-line import/default -- the bundler makes this export
import solverAddress from 'highs/runtime?url';
import { highsVersion, openHighs } from '#kernel/disclosure';
import { benchQuestions, measureQuestion } from '../disclosure-questions.ts';

// The whole bench in a worker of a browser; says how long the solver took to load, then what each question took.
self.addEventListener(
  'message',
  ({ data }: MessageEvent<Readonly<Record<string, string>>>) =>
    void work(data).catch((error: unknown) => self.postMessage({ kind: 'failed', why: String(error) })),
);

async function work(lists: Readonly<Record<string, string>>): Promise<void> {
  const began = performance.now();
  const highs = await highsModule.default({ locateFile: () => solverAddress });
  self.postMessage({ kind: 'loaded', ms: performance.now() - began });
  for (const question of benchQuestions(lists)) {
    const until = performance.now() + 600_000;
    const solver = openHighs(highs, highsVersion, () => (until - performance.now()) / 1000);
    self.postMessage({ kind: 'spent', ...measureQuestion(question, solver) });
  }
  self.postMessage({ kind: 'done' });
}
