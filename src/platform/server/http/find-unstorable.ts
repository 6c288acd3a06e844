/** In JSON that is UTF-8, the only way to such a sign is an escape: most bodies have none and are not walked through. */
const mayHold = /\\u(?:0000|d[89a-f])/i;

/**
 * Path of the first text in a body that no database holds as it is, its parts joined by dots; null where there is none. That is a text with U+0000, which
 * PostgreSQL refuses, or with half of a surrogate pair, which becomes another sign in UTF-8. Names of properties count as texts.
 * `json` is what `value` was parsed from.
 */
export function findUnstorable(json: string, value: unknown): string | null {
  return mayHold.test(json) ? walk(value) : null;
}

/** Whether a text can be kept as it is. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** A part of a body with the way to it; the way is told from behind, so that a deep body costs no more than a wide one. */
interface Part {
  readonly name: string;
  readonly within: Part | null;
  readonly value: unknown;
}

/** Without recursion: how deep a body is, its sender decides. */
function walk(whole: unknown): string | null {
  const open: Part[] = [{ name: '', within: null, value: whole }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { value } = part;
    if (typeof value === 'string' && !isStorable(value)) return pathOf(part);
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value).toReversed()) {
      // The name itself is never echoed.
      if (!isStorable(name)) return pathOf(part);
      open.push({ name, within: part, value: inner });
    }
  }
  return null;
}

function pathOf(found: Part): string {
  const names: string[] = [];
  for (let part = found; part.within !== null; part = part.within) names.push(part.name);
  return names.toReversed().join('.');
}
