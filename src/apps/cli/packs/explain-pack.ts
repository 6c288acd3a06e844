import {
  describePack,
  packWords,
  type DescribedRule,
  type Pack,
  type PackDocument,
  type PackSection,
  type PackSentence,
} from '#kernel/procedures';

const width = 100;

/** A rule, or a whole pack, in sentences with its sources and what asks for it. Null where the pack has no such rule. */
export function explainPack(pack: Pack, rule: string | undefined, language = 'en'): readonly string[] | null {
  const document = describePack(pack, language);
  return rule === undefined ? wholeLines(document) : ruleLines(document, rule);
}

function wholeLines(document: PackDocument): readonly string[] {
  return [
    document.title,
    ...document.lead.flatMap((sentence) => sentenceLines(sentence, '')),
    ...document.chapters.flatMap((chapter) => [
      '',
      '',
      chapter.title.toUpperCase(),
      ...chapter.intro.flatMap((sentence) => sentenceLines(sentence, '')),
      ...chapter.sections.flatMap((section) => sectionLines(section, document.language)),
    ]),
  ];
}

/** A rule is asked for by what stands beside its title: a date, a guard, a document, a stage; or by its place in the pack. */
function ruleLines(document: PackDocument, name: string): readonly string[] | null {
  const told = document.chapters.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.code === name
        ? sectionLines(section, document.language)
        : section.rules
            .filter(({ code, covers }) => code === name || covers.includes(name))
            .flatMap((rule) => ['', ...linesOf(rule, document.language)]),
    ),
  );
  return told.length === 0 ? null : told.slice(1);
}

function sectionLines(section: PackSection, language: string): readonly string[] {
  const title = section.code === null ? section.title : `${section.title} (${section.code})`;
  return [
    ...(title === '' ? [] : ['', title]),
    ...section.intro.flatMap((sentence) => sentenceLines(sentence, '  ')),
    ...section.links.flatMap(({ text }) => wrapped(text, '  - ', '    ')),
    ...section.tables.flatMap(({ caption, rows }) => [
      '',
      `  ${caption}`,
      ...rows.flatMap((row) => wrapped(row.filter((cell) => cell !== '').join(' | '), '  - ', '    ')),
    ]),
    ...section.rules.flatMap((rule) => ['', ...linesOf(rule, language)]),
  ];
}

function linesOf(rule: DescribedRule, language: string): readonly string[] {
  const t = packWords(language);
  const [place] = rule.covers;
  const names = [rule.code, place].filter((name) => name !== null && name !== undefined).join(', ');
  return [
    ...wrapped(`${rule.title} (${names})`, '  ', '  '),
    ...rule.sentences.flatMap((sentence) => sentenceLines(sentence, '    ')),
    ...(rule.sure === '' ? [] : wrapped(rule.sure, '    ', '    ')),
    ...(rule.sources.length === 0 ? [] : [`    ${t('procedures.rule.sources')}:`]),
    ...rule.sources.flatMap(({ passage, read }) => wrapped(`${passage}. ${read}`, '      - ', '        ')),
    ...(rule.usedBy.length === 0 ? [] : [`    ${t('procedures.rule.usedBy')}:`]),
    ...rule.usedBy.flatMap(({ text }) => wrapped(text, '      - ', '        ')),
  ];
}

function sentenceLines({ text, items = [] }: PackSentence, before: string): readonly string[] {
  return [...wrapped(text, before, before), ...items.flatMap((item) => itemLines(item, `${before}  `))];
}

function itemLines({ text, items = [] }: PackSentence, before: string): readonly string[] {
  return [...wrapped(text, `${before}- `, `${before}  `), ...items.flatMap((item) => itemLines(item, `${before}  `))];
}

/** Lines of at most the width of a terminal; a word that is longer stays whole. */
function wrapped(text: string, first: string, others: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isEmpty = line === first || line === others;
    if (!isEmpty && line.length + word.length + 1 > width) {
      lines.push(line);
      line = others;
    }
    line += line === first || line === others ? word : ` ${word}`;
  }
  return [...lines, line];
}
