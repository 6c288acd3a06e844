import { makeBundle, type BundleInput } from '../client/index.ts';

// One bundle for each worker: it is asked once, answers once, and is ended by who asked.
self.addEventListener('message', (event: MessageEvent<BundleInput>) => {
  void makeBundle(event.data).then((made) => self.postMessage(made));
});
