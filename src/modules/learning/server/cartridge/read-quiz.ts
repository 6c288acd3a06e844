import { childOf, childrenOf, within, type XmlElement } from '../packages/read-xml.ts';
import { readPage } from './page-text.ts';
import { plainWords } from './rich-words.ts';

/** A question of a quiz, as our checks are. */
export interface Question {
  readonly kind: 'single' | 'multiple';
  readonly prompt: string;
  readonly options: readonly { readonly text: string; readonly right: boolean; readonly why: string }[];
}

/** A quiz (QTI 1.2), with what of it our checks cannot be. */
export interface Quiz {
  readonly title: string;
  readonly questions: readonly Question[];
  /** Questions that were left out, and pictures and links within those that were not, each by its name. */
  readonly left: readonly string[];
}

/** Reads a quiz: questions to choose from, where the file says which options are right and nothing hangs on how many are found. */
export function readQuiz(root: XmlElement): Quiz {
  const title = plainWords(
    within(root)
      .find(({ name }) => name === 'assessment')
      ?.attributes.get('title') ?? '',
  );
  const questions: Question[] = [];
  const left: string[] = [];
  for (const item of within(root).filter(({ name }) => name === 'item')) {
    const read = readItem(item);
    if (read === null) left.push(nameOf(item));
    else {
      questions.push(read.question);
      left.push(...read.left);
    }
  }
  return { title, questions, left };
}

/** By its title, else by how it begins, else by its id. */
function nameOf(item: XmlElement): string {
  const named = plainWords(item.attributes.get('title') ?? '');
  const begins = plainWords(readPage(textOf(promptOf(item))?.html ?? '').parts.join(' ')).slice(0, 60);
  return named || begins || (item.attributes.get('ident') ?? 'question');
}

const profiles: Readonly<Record<string, Question['kind']>> = {
  'cc.multiple_choice.v0p1': 'single',
  'cc.true_false.v0p1': 'single',
  'cc.multiple_response.v0p1': 'multiple',
};

function kindOf(item: XmlElement): Question['kind'] | null {
  const fields = within(item).filter(({ name }) => name === 'qtimetadatafield');
  const profile = fields.find((one) => childOf(one, 'fieldlabel')?.text === 'cc_profile');
  if (profile !== undefined) return profiles[childOf(profile, 'fieldentry')?.text ?? ''] ?? null;
  const cardinality = responseOf(item)?.attributes.get('rcardinality')?.toLowerCase();
  return cardinality === 'multiple' ? 'multiple' : cardinality === 'single' ? 'single' : null;
}

/** The one thing that is answered; undefined where there are several, or where it is not chosen. */
function responseOf(item: XmlElement): XmlElement | undefined {
  const asked = within(item).filter(({ name }) => name.startsWith('response_') && name !== 'response_label');
  const [only] = asked;
  return asked.length === 1 && only?.name === 'response_lid' ? only : undefined;
}

function promptOf(item: XmlElement): XmlElement | undefined {
  const presented = within(item).find(({ name }) => name === 'presentation');
  const outside = (element: XmlElement): readonly XmlElement[] =>
    element.name.startsWith('response_') ? [] : [element, ...element.children.flatMap(outside)];
  return presented === undefined ? undefined : outside(presented).find(({ name }) => name === 'mattext');
}

function textOf(element: XmlElement | undefined): { readonly html: string } | null {
  const text =
    element?.name === 'mattext' ? element : element && within(element).find(({ name }) => name === 'mattext');
  if (text === undefined) return null;
  const marked = /html/i.test(text.attributes.get('texttype') ?? '');
  return { html: marked ? text.text : text.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') };
}

function readItem(item: XmlElement): { readonly question: Question; readonly left: readonly string[] } | null {
  const kind = kindOf(item);
  const response = responseOf(item);
  const right = kind === null ? null : rightOf(item, kind);
  if (kind === null || response === undefined || right === null) return null;
  const prompt = readPage(textOf(promptOf(item))?.html ?? '');
  const labels = within(response).filter(({ name }) => name === 'response_label');
  const whys = whysOf(item);
  const left = [...prompt.left];
  const options = labels.map((label) => {
    const ident = label.attributes.get('ident') ?? '';
    const said = readPage(textOf(label)?.html ?? '');
    left.push(...said.left);
    return { text: inLine(said.parts), right: right.has(ident), why: whys.get(ident) ?? '' };
  });
  const known = options.filter((one) => one.right).length === right.size;
  const whole = prompt.parts.length > 0 && options.length > 1 && options.every(({ text }) => text !== '');
  if (!known || !whole) return null;
  return { question: { kind, prompt: prompt.parts.join('\n\n'), options }, left };
}

/** Texts that stand within one line: an option is no page. */
function inLine(parts: readonly string[]): string {
  return parts
    .join('\n')
    .split('\n')
    .map((line) => line.replace(/^(- |1\. )/, ''))
    .filter((line) => line !== '')
    .map((line, at) => (at === 0 ? line : line.replace(/^\\([#+\->=~])/, '$1')))
    .join(' ');
}

/** Options that give the whole score; null where some give a part of it, or where nobody can say which. */
function rightOf(item: XmlElement, kind: Question['kind']): ReadonlySet<string> | null {
  const scoring = within(item).filter((one) => one.name === 'respcondition' && scoreOf(one) > 0);
  const [only] = scoring;
  if (only === undefined || scoring.length > 1) return null;
  const { yes } = namedIn(only);
  if (yes.length === 0 || (kind === 'single' && yes.length !== 1)) return null;
  return new Set(yes);
}

function scoreOf(condition: XmlElement): number {
  const given = childrenOf(condition, 'setvar').filter(
    ({ attributes }) => (attributes.get('varname') ?? 'SCORE').toUpperCase() === 'SCORE',
  );
  return given.reduce((most, { text }) => (Number(text) > most ? Number(text) : most), 0);
}

/** Options that a condition asks for, and options of which it asks that they are not chosen. */
function namedIn(condition: XmlElement): { readonly yes: readonly string[]; readonly no: readonly string[] } {
  const [yes, no]: [string[], string[]] = [[], []];
  const walk = (element: XmlElement, denied: boolean): void => {
    if (element.name === 'varequal') (denied ? no : yes).push(element.text);
    for (const child of element.children) walk(child, denied !== (element.name === 'not'));
  };
  const asked = childOf(condition, 'conditionvar');
  if (asked !== undefined) walk(asked, false);
  return { yes: [...new Set(yes)], no: [...new Set(no)] };
}

/** What is told of an option by itself: of conditions that name it alone. */
function whysOf(item: XmlElement): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const feedback = within(item).filter(({ name }) => name === 'itemfeedback');
  for (const condition of within(item).filter(({ name }) => name === 'respcondition')) {
    const { yes, no } = namedIn(condition);
    const [ident] = yes;
    const link = childOf(condition, 'displayfeedback')?.attributes.get('linkrefid');
    const said = feedback.find(({ attributes }) => attributes.get('ident') === link);
    if (ident === undefined || yes.length > 1 || no.length > 0 || link === undefined || said === undefined) continue;
    const text = readPage(textOf(said)?.html ?? '').parts.join('\n\n');
    if (text !== '') told.set(ident, told.get(ident) ?? text);
  }
  return told;
}
