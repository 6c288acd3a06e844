import type { RichText } from '#kernel/content';

/** Whether a text is one line without marks. */
export function isPlain(text: RichText): boolean {
  const [first, ...more] = text;
  return more.length === 0 && first?.kind === 'paragraph' && first.inside.every(({ kind }) => kind === 'words');
}
