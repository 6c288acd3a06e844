import type { BlockSourceOf } from './block-source.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** The words of two forms may differ by so much: what is compared must be equally hard to read. */
const tolerance = 0.1;

/**
 * Forms: who gets form A has met as many stories, as many of them with signals, and about as many words, as who gets form B;
 * else what changed between before and after would say nothing (learning design, 3.4).
 */
export function checkForms({ scenes, texts }: CourseSource): readonly CourseFinding[] {
  return [...scenes].flatMap(([scene, { file, blocks }]) => {
    const told = blocks.flatMap((block, index) =>
      block.type === 'vignette' && block.phase === 'before' ? [{ block, index }] : [],
    );
    const first = told.find(({ block }) => block.form === 'A');
    const other = told.find(({ block }) => block.form === 'B');
    const at = (index: number, text: string): CourseFinding => ({
      code: 'forms-unlike',
      file,
      path: ['blocks', index],
      text,
    });
    if (!first || !other) return told.map(({ index }) => at(index, 'there must be a form A and a form B'));
    const counted = [first, other].map(({ block }) => [
      block.items.length,
      block.items.filter(({ signal }) => signal).length,
    ]);
    const unlike =
      String(counted[0]) === String(counted[1])
        ? []
        : [at(other.index, 'form B has other numbers of stories, or of signals, than form A')];
    const uneven = [...texts].flatMap(([language, words]) => {
      const [a, b] = [first, other].map(({ block }) => wordsOf(block, scene, words));
      return a !== undefined && b !== undefined && Math.abs(a - b) > Math.max(a, b) * tolerance
        ? [at(other.index, `in ${language} form A has ${String(a)} words and form B ${String(b)}`)]
        : [];
    });
    return [...unlike, ...uneven];
  });
}

function wordsOf(
  { id, items }: Extract<BlockSourceOf<'vignette'>, { readonly phase: 'before' }>,
  scene: string,
  words: Readonly<Record<string, string>>,
): number {
  return items.reduce(
    (sum, item) => sum + (words[`${scene}.${id}.items.${item.id}.text`] ?? '').split(/\s+/).length,
    0,
  );
}
