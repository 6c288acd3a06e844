import type { DescribedRule, PackDocument, PackSentence } from '#kernel/procedures';

/** A rule that was found, with the title of the chapter it stands in. */
export interface FoundRule {
  readonly rule: DescribedRule;
  readonly chapter: string;
}

/**
 * The rules that hold all of the words, whatever their case and accents, in title, code, sentences or sources. A rule whose
 * code is just what was typed comes first. Nothing for fewer than two letters.
 */
export function rulesWithWords({ chapters }: PackDocument, typed: string): readonly FoundRule[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.join('').length < 2) return [];
  const found = chapters.flatMap((chapter) =>
    chapter.sections.flatMap(({ rules }) =>
      rules
        .filter((rule) => {
          const text = plain(textOf(rule));
          return words.every((word) => text.includes(word));
        })
        .map((rule): FoundRule => ({ rule, chapter: chapter.title })),
    ),
  );
  const isNamed = ({ rule }: FoundRule): boolean => plain(rule.code ?? '') === words.join(' ');
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
}

function textOf(rule: DescribedRule): string {
  return [
    rule.code ?? '',
    rule.title,
    rule.sure,
    ...rule.sentences.flatMap(linesOf),
    ...rule.sources.map(({ passage }) => passage),
  ].join('\n');
}

function linesOf({ text, items = [] }: PackSentence): readonly string[] {
  return [text, ...items.flatMap(linesOf)];
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
