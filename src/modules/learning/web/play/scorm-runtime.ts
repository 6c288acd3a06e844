import type { ScormKind } from '../../model/open/play/package-item.ts';
import { elementPattern, type ScormValues } from '../../model/open/play/scorm-values.ts';

/** The run-time of a standard: takes what a part says, as far as the standard allows it. */
export interface ScormRuntime {
  /** False where the standard does not allow the element or the value. */
  set(element: string, value: string): boolean;
  /** All that is to be kept, the time since it was opened included. */
  values(): ScormValues;
}

/** The part of the library that is used; both of its interfaces fit. */
interface Library {
  loadFromFlattenedJSON(values: Record<string, unknown>, under?: string): void;
  renderCommitCMI(ending: boolean, withTime?: boolean): unknown;
}

// No server of its own, no line in the console, and no status that the part did not say.
const settings = { autocommit: false, logLevel: 5, mastery_override: false, lmsCommitUrl: false } as const;

/** Fetches the run-time of a standard; each opening of it begins with what was kept and with what a part may not change. */
export async function loadScormRuntime(kind: ScormKind): Promise<(begin: ScormValues) => ScormRuntime> {
  if (kind === 'scorm12') {
    const { Scorm12API } = await import('scorm-again/scorm12/min');
    return (begin) => {
      const library = new Scorm12API(settings);
      open(library, begin);
      library.lmsInitialize();
      return runtimeOf(library, (element, value) => library.lmsSetValue(element, value) === 'true');
    };
  }
  const { Scorm2004API } = await import('scorm-again/scorm2004/min');
  return (begin) => {
    const library = new Scorm2004API(settings);
    open(library, begin);
    library.lmsInitialize();
    return runtimeOf(library, (element, value) => library.lmsSetValue(element, value) === 'true');
  };
}

function open(library: Library, begin: ScormValues): void {
  const own = Object.entries(begin).filter(([element, value]) => value !== '' && !element.includes('._'));
  library.loadFromFlattenedJSON(Object.fromEntries(own), '');
}

function runtimeOf(library: Library, set: ScormRuntime['set']): ScormRuntime {
  return { set, values: () => flatten(library.renderCommitCMI(true, true), '') };
}

/** Texts of a tree under the names of their places; what is empty says nothing. */
function flatten(tree: unknown, under: string): Record<string, string> {
  if (typeof tree === 'string' || typeof tree === 'number')
    return tree === '' || !elementPattern.test(under) ? {} : { [under]: String(tree) };
  if (typeof tree !== 'object' || tree === null) return {};
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      Object.entries(flatten(value, under === '' ? name : `${under}.${name}`)),
    ),
  );
}
