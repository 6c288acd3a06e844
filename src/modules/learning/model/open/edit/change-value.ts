import { ok, refuse, type Result } from '#platform/base';
import type { EditPath, EditRefusal } from './course-edit.ts';

type Changed = Result<unknown, EditRefusal>;
type Change = (value: unknown) => Changed;

const lost = (): Changed => refuse({ type: 'Lost' });

/** A value with something else at a place in it; refuses where the way to it is not there. */
export function changeAt(value: unknown, path: EditPath, change: Change): Changed {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const at = placeIn(list, step);
    if (at < 0) return lost();
    const inner = changeAt(list[at], rest, change);
    return inner.ok ? ok(list.with(at, inner.value)) : inner;
  }
  if (!isRecord(value)) return lost();
  if (rest.length > 0 && !Object.hasOwn(value, step)) return lost();
  const inner = changeAt(value[step], rest, change);
  if (!inner.ok) return inner;
  const { [step]: _old, ...others } = value;
  if (inner.value === undefined) return ok(others);
  // Keys keep their order.
  return ok(Object.hasOwn(value, step) ? { ...value, [step]: inner.value } : { ...others, [step]: inner.value });
}

/** The same list with its entry moved, taken out or joined by another. */
export function changeList(value: unknown, path: EditPath, change: (list: readonly unknown[], at: number) => Changed) {
  const name = path.at(-1) ?? '';
  return changeAt(value, path.slice(0, -1), (list) => {
    if (!Array.isArray(list)) return lost();
    const entries: readonly unknown[] = list;
    const at = placeIn(entries, name);
    return at < 0 ? lost() : change(entries, at);
  });
}

/** Where the entry of a name stands in a list: a word, or something with that id; -1 where there is none. */
export function placeIn(list: readonly unknown[], name: string): number {
  return list.findIndex((entry) => entry === name || (isRecord(entry) && (entry['id'] ?? entry['say']) === name));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
