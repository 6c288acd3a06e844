import { hashBytes } from '#platform/crypto/server';

/** Where an exported chain first stops being one. */
export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly line: number; readonly problem: 'NotReadable' | 'NumberWrong' | 'HashWrong' };

const fields = ['act', 'actor', 'at', 'n', 'outcome', 'subject', 'tenant'] as const;

/**
 * Checks an exported audit log, one JSON object a line. Shares nothing with the code that writes the
 * log but SHA-256, so that a fault in one does not hide in the other.
 */
export async function verifyAuditLines(text: string): Promise<AuditVerdict> {
  let previous = Buffer.alloc(32).toString('base64url');
  let entries = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const at = entries + 1;
    const parsed = readLine(line);
    if (parsed === null) return { intact: false, line: at, problem: 'NotReadable' };
    if (parsed['n'] !== at) return { intact: false, line: at, problem: 'NumberWrong' };
    // The canonical form of this one record: its seven fields in alphabetical order, without spaces.
    const spelled = `{${fields.map((name) => `"${name}":${JSON.stringify(parsed[name] ?? null)}`).join(',')}}`;
    const hash = await hashBytes(Buffer.concat([Buffer.from(previous, 'base64url'), Buffer.from(spelled, 'utf8')]));
    if (hash !== parsed['hash']) return { intact: false, line: at, problem: 'HashWrong' };
    previous = hash;
    entries = at;
  }
  return { intact: true, entries, head: previous };
}

function readLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    // An object that JSON made has string keys and unknown values.
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}
