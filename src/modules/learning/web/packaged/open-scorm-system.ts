/** Which SCORM a package speaks. */
export type ScormDialect = 'scorm12' | 'scorm2004';

/** A learning system that has begun with the page; every value is a text. */
export interface ScormSystem {
  readonly dialect: ScormDialect;
  get(element: string): string;
  /** False where the system does not take it. */
  set(element: string, value: string): boolean;
  /** Asks it to keep what was set; false where it does not. */
  commit(): boolean;
  finish(): void;
}

/** A window, as far as the search for the interface looks at it; `Window` of the page fits. */
interface Around {
  readonly parent: unknown;
  readonly opener?: unknown;
}

/** How the standards name the interface and what it does: begin, end, get, set, keep. */
const words = {
  scorm12: {
    object: 'API',
    acts: ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'],
  },
  scorm2004: { object: 'API_1484_11', acts: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit'] },
} as const;

const farthest = 10;

/**
 * Finds the interface as both standards say, up through the frames around the page and then from the window that opened it, and
 * begins. Null where there is none, where what is around may not be looked into, or where the system does not begin.
 */
export function openScormSystem(page: Around, dialect: ScormDialect): ScormSystem | null {
  const api = searchUp(page, dialect) ?? (page.opener ? searchUp(page.opener, dialect) : null);
  if (api === null) return null;
  const [begin, end, get, set, keep] = words[dialect].acts;
  const call = (act: string, ...given: readonly string[]): string => {
    const answer: unknown = api[act]?.call(api, ...given);
    // Some systems answer true and false themselves, and numbers.
    return typeof answer === 'string'
      ? answer
      : typeof answer === 'boolean' || typeof answer === 'number'
        ? String(answer)
        : '';
  };
  if (call(begin, '') !== 'true') return null;
  return {
    dialect,
    get: (element) => call(get, element),
    set: (element, value) => call(set, element, value) === 'true',
    commit: () => call(keep, '') === 'true',
    finish: () => void call(end, ''),
  };
}

type Interface = Readonly<Record<string, (...given: readonly string[]) => unknown>>;

function searchUp(start: unknown, dialect: ScormDialect): Interface | null {
  let here: unknown = start;
  for (let step = 0; step < farthest && here !== null && typeof here === 'object'; step += 1) {
    try {
      const api: unknown = Reflect.get(here, words[dialect].object);
      if (isInterface(api, dialect)) return api;
      const above: unknown = Reflect.get(here, 'parent');
      if (above === here) return null;
      here = above;
    } catch {
      // A frame of somebody else's may not be looked into, and what is above it neither.
      return null;
    }
  }
  return null;
}

function isInterface(value: unknown, dialect: ScormDialect): value is Interface {
  const { acts } = words[dialect];
  return (
    typeof value === 'object' && value !== null && acts.every((act) => typeof Reflect.get(value, act) === 'function')
  );
}
