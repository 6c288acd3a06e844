import type { Result } from '#platform/base';
import type { BundleInput, BundleProgress, MadeBundle } from '../client/index.ts';
import type { BundleRefusal } from '../index.ts';
// oxlint-disable-next-line import/default -- the bundler makes this export
import workerAddress from './bundle-worker.ts?worker&url';

/** What browsers with Trusted Types offer; the type library does not know it everywhere. */
interface ScriptPolicy {
  createScriptURL(address: string): URL;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): ScriptPolicy;
}

/** What the worker says. */
type WorkerSaid =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly made: Result<MadeBundle, BundleRefusal> };

let policy: ScriptPolicy | null = null;

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

/** The page's policy lets only addresses run that its one policy has passed: here, our own built files. */
function ownScript(address: string): string | URL {
  // Optional: a browser without Trusted Types enforces nothing and takes the plain address.
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return address;
  policy ??= factory.createPolicy('baken', {
    createScriptURL: (wanted) => {
      if (new URL(wanted, location.origin).origin !== location.origin) throw new TypeError('not one of our scripts');
      return wanted;
    },
  });
  return policy.createScriptURL(address);
}
