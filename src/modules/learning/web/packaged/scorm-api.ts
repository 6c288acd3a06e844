/** The programming interface that a learning system offers to a SCORM 1.2 package; every value is a text. */
export interface ScormApi {
  LMSInitialize(nothing: ''): string;
  LMSFinish(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSGetLastError(): string;
}

/** A window, as far as the search for the interface looks at it; `Window` of the page fits. */
interface Around {
  readonly parent: unknown;
  readonly opener?: unknown;
}

const farthest = 10;

/**
 * Finds the interface as SCORM 1.2 says: up through the frames around the page, then the same from the window that opened it. Null
 * where there is none, or where what is around may not be looked into.
 */
export function findScormApi(start: Around): ScormApi | null {
  return searchUp(start) ?? (start.opener ? searchUp(start.opener) : null);
}

function searchUp(start: unknown): ScormApi | null {
  let here: unknown = start;
  for (let step = 0; step < farthest && here !== null && typeof here === 'object'; step += 1) {
    try {
      const api: unknown = Reflect.get(here, 'API');
      if (isApi(api)) return api;
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

const acts = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError'];

function isApi(value: unknown): value is ScormApi {
  return (
    typeof value === 'object' && value !== null && acts.every((act) => typeof Reflect.get(value, act) === 'function')
  );
}
