import type { Result } from '#platform/base';
import { ownScript } from '#platform/web/state';
import type { BundleInput, BundleProgress, MadeBundle } from '../client/index.ts';
import type { BundleRefusal } from '../index.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './bundle-worker.ts?worker&url';

/** What the worker says. */
type WorkerSaid =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly made: Result<MadeBundle, BundleRefusal> };

/** Makes a bundle in a worker, so that the page stays alive meanwhile. Same answers as `makeBundle`. */
export function makeBundleAside(
  input: BundleInput,
  onProgress: BundleProgress = () => undefined,
): Promise<Result<MadeBundle, BundleRefusal>> {
  const worker = new Worker(ownScript(workerAddress), { type: 'module' });
  return new Promise<Result<MadeBundle, BundleRefusal>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerSaid>) => {
      if (data.kind === 'made') resolve(data.made);
      else onProgress(data.done, data.of);
    });
    worker.addEventListener('error', () => reject(new Error('the worker that makes bundles failed')));
    worker.postMessage(input);
  }).finally(() => worker.terminate());
}
