import leven from 'leven';
import type { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';

/** Something in a file of a source that keeps it from being read: where, a stable code, a sentence. */
export interface FileFault {
  readonly file: string;
  /** Of a file that is no YAML, where reading ended; elsewhere found by the path. */
  readonly line: number | null;
  readonly path: readonly PropertyKey[];
  readonly code: 'yaml-malformed' | 'shape-malformed' | 'name-malformed';
  readonly text: string;
}

/** What one file of a source says in its shape, or everything that keeps it from being read. One that is not there (null) is empty. */
export function readSourceText<Schema extends z.ZodType>(
  text: string | null,
  file: string,
  schema: Schema,
): { readonly value: z.infer<Schema> } | { readonly faults: readonly FileFault[] } {
  const found = text === null ? { value: {} } : parseYaml(text);
  if (typeof found === 'number')
    return {
      faults: [{ file, line: found, path: [], code: 'yaml-malformed', text: 'this is no YAML from here on' }],
    };
  const parsed = schema.safeParse(found.value ?? {});
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, file, schema)) };
}

function faultsOf(issue: z.core.$ZodIssue, file: string, schema: z.ZodType): readonly FileFault[] {
  const fault = (path: readonly PropertyKey[], text: string): FileFault => ({
    ...{ file, line: null, path, text },
    code: 'shape-malformed',
  });
  if (issue.code !== 'unrecognized_keys') return [fault(issue.path, issue.message)];
  return issue.keys.map((key) => {
    const near = nearest(key, namesKnownTo(schema));
    const meant = near === null ? '' : `; did you mean ${near}?`;
    return fault([...issue.path, key], `there is no ${key} here${meant}`);
  });
}

/** The name that was probably meant: at most two letters away. */
function nearest(key: string, names: ReadonlySet<string>): string | null {
  const [best] = [...names].map((name) => ({ name, away: leven(key, name) })).toSorted((a, b) => a.away - b.away);
  return best !== undefined && best.away <= 2 ? best.name : null;
}

/** Every property that a schema knows somewhere. */
function namesKnownTo(schema: z.ZodType): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(schema.toJSONSchema({ unrepresentable: 'any' }), (key, value: unknown) => {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name);
    return value;
  });
  return names;
}
