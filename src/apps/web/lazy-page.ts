import { createElement, use, type ComponentType, type ReactElement } from 'react';

/** A page whose program did not arrive; nothing of what is open is lost by that. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded';
  /** Forgets that it failed: the next drawing of the page fetches it again. */
  readonly forget: () => void;

  constructor(forget: () => void) {
    super('a page did not load');
    this.forget = forget;
  }
}

interface LazyPage {
  (): ReactElement;
  /** Fetches the page ahead of drawing it; a failure is forgotten. */
  readonly preload: () => Promise<void>;
}

const pages: LazyPage[] = [];

/**
 * A page that is fetched when it is first needed. The router's own helper reloads the whole tab when that fails, which
 * would throw away keys and what was typed; here the failure is shown, and can be tried again.
 */
export function lazyPage(load: () => Promise<object>, name: string): LazyPage {
  // Once there it is drawn at once: waiting even for a promise that is kept would leave the page before on the screen.
  let there: ComponentType | null = null;
  let coming: Promise<ComponentType> | null = null;
  let isDrawn = false;
  const forget = (): void => void (coming = null);
  // A promise that failed is kept until somebody asks again: drawing would otherwise fetch without end.
  const fetchPage = (): Promise<ComponentType> => {
    coming ??= load().then(
      // The type of the module is not asked: pages name the routes and routes name the pages.
      (module) => (there = Reflect.get(module, name) as ComponentType),
      () => {
        throw new PageNotLoaded(forget);
      },
    );
    return coming;
  };
  const draw = (): ReactElement => {
    isDrawn = true;
    return createElement(there ?? use(fetchPage()));
  };
  const preload = async (): Promise<void> => {
    try {
      await fetchPage();
    } catch {
      if (!isDrawn) forget();
    }
  };
  const page = Object.assign(draw, { preload });
  pages.push(page);
  return page;
}

/**
 * Fetches every page one after another, when the device has time: they are then there without a connection. All for
 * everybody, so that what is fetched tells nothing.
 */
export async function fetchPagesAhead(): Promise<void> {
  for (const { preload } of pages) {
    await whenIdle();
    await preload();
  }
}

/** Soon, when nothing else is to do; after a moment in a browser that does not tell (Safari). */
function whenIdle(): Promise<unknown> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(done, { timeout: 5_000 });
    else setTimeout(done, 200);
  });
}
