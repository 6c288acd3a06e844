import { parse, YAMLParseError } from 'yaml';

/** What a text in YAML says, or the line where reading it ended, from 1. */
export function parseYaml(text: string): { readonly value: unknown } | number {
  try {
    return { value: parse(text) };
  } catch (error) {
    // Also too many aliases, which is how a small file becomes an endless one; that names no line.
    if (error instanceof YAMLParseError) return error.linePos?.[0].line ?? 1;
    if (error instanceof ReferenceError) return 1;
    // Nested so deeply that reading it does not come to an end.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}
