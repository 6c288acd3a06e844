import * as highsModule from 'highs';
import { highsVersion, openHighs } from '../model/open-highs.ts';
import type { Solver } from '../model/program.ts';

/** Loads the solver (WebAssembly, once). What comes back opens it for one question with so many seconds for all of it. */
export async function loadSolver(): Promise<(seconds: number) => Solver> {
  // Node takes the module of the package, whose default is the loader; its types are those of the CommonJS form.
  const load = highsModule.default as unknown as typeof highsModule.default.default;
  const highs = await load();
  return (seconds) => {
    const until = performance.now() + seconds * 1000;
    return openHighs(highs, highsVersion, () => (until - performance.now()) / 1000);
  };
}
