import { makeBundle, type BundleInput } from '../client/index.ts';

// One bundle for each worker: it is asked once, tells how far it is, answers once, and is ended by who asked.
self.addEventListener('message', (event: MessageEvent<BundleInput>) => {
  const tell = (done: number, of: number): void => self.postMessage({ kind: 'progress', done, of });
  void makeBundle(event.data, tell).then((made) => self.postMessage({ kind: 'made', made }));
});
