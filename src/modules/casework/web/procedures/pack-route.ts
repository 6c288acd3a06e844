import type { PackDocument } from '#kernel/procedures';

/** What the address of a pack says besides pack and version: a chapter, and a rule to go to. */
export interface PackPlace {
  readonly chapter?: string;
  readonly rule?: string;
}

/** All chapters one below the other, for printing. */
export const everything = 'all';

/** The chapter that holds a rule or section; null where the document has no such place. */
export function chapterOf({ chapters }: PackDocument, anchor: string): string | null {
  const found = chapters.find(
    (chapter) =>
      chapter.anchor === anchor ||
      chapter.sections.some(
        (section) => section.anchor === anchor || section.rules.some((rule) => rule.anchor === anchor),
      ),
  );
  return found?.anchor ?? null;
}

/** The chapters to show: the one asked for, or that of the rule asked for; everything; else the first. */
export function chaptersShown(document: PackDocument, { chapter, rule }: PackPlace): PackDocument['chapters'] {
  if (chapter === everything) return document.chapters;
  const wanted = (rule === undefined ? null : chapterOf(document, rule)) ?? chapter;
  const found = document.chapters.filter(({ anchor }) => anchor === wanted);
  return found.length === 0 ? document.chapters.slice(0, 1) : found;
}
