// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './disclosure-worker.ts?worker&url';

/** What the bench asks of the page: everything that the worker said, once it has no more to say. */
async function runDisclosureBench(lists: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  return new Promise((done, fail) => {
    const worker = new Worker(workerAddress, { type: 'module' });
    const heard: unknown[] = [];
    worker.addEventListener('error', () => fail(new Error('the worker failed')));
    worker.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
      if (data.kind === 'failed') fail(new Error(JSON.stringify(data)));
      else if (data.kind === 'done') done(heard);
      else heard.push(data);
    });
    worker.postMessage(lists);
  });
}

Object.assign(globalThis, { runDisclosureBench });
