/** A span of a file: the first byte, and the one after the last. */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The span that a `Range` header asks for (RFC 9110, 14.2): null for the whole file, where it asks for nothing, for several spans at once or
 * in a unit that is none of ours; `unsatisfiable` where nothing of the file lies in it.
 */
export function readRange(header: string | null, size: number): ByteSpan | null | 'unsatisfiable' {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const from = Math.max(0, size - Number(last));
    return from >= size ? 'unsatisfiable' : { from, to: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= size) return 'unsatisfiable';
  return { from, to: last === '' ? size : Math.min(size, Number(last) + 1) };
}
