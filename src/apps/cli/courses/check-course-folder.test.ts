import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isCourseError } from '#modules/learning';
import { civilDate } from '#platform/base';
import { checkCourseFolder } from './check-course-folder.ts';

const courses = join(import.meta.dirname, '../../../../content/courses');
const sample = join(courses, 'recognising-trafficking');
const today = civilDate('2026-11-27');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-course-'));
  cpSync(sample, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes one file of the copied course; the text to find must be there. */
function edit(file: string, find: string | RegExp, replace: string): void {
  const path = join(folder, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const changed = text.replace(find, replace);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

const lineWith = (file: string, words: string): number =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

/** What is done to a course, and where that is found: the file and words that stand in the line. */
const faults: readonly (readonly [string, string, string | RegExp, string, string, string])[] = [
  ['scene-missing', 'course.yaml', 'outline: [before,', 'outline: [begin, before,', 'course.yaml', 'outline'],
  [
    'credit-lost',
    'course.yaml',
    'credit: [Baken contributors]',
    'lineage: { original: first, version: 1.0.0, digest: d, forkedOn: 2026-01-01, by: Somebody, licence: CC-BY-SA-4.0, credit: [Another Society] }\ncredit: [Baken contributors]',
    'course.yaml',
    'credit: [Baken',
  ],
  [
    'licence-unlike',
    'course.yaml',
    'licence: CC-BY-SA-4.0',
    'lineage: { original: first, version: 1.0.0, digest: d, forkedOn: 2026-01-01, by: Somebody, licence: CC-BY-SA-4.0, credit: [Baken contributors] }\nlicence: CC-BY-4.0',
    'course.yaml',
    'licence: CC-BY-4.0',
  ],
  ['scene-unlisted', 'course.yaml', 'test, take]', 'test]', 'scenes/10-take.yaml', 'minutes'],
  [
    'id-twice',
    'scenes/01-before.yaml',
    'id: care, type: text',
    'id: what, type: text, level: quote',
    'scenes/01-before.yaml',
    'level: quote',
  ],
  [
    'reference-unknown',
    'scenes/03-people.yaml',
    '[you, andrei, colleague]',
    '[you, andrei]',
    'scenes/03-people.yaml',
    'colleague, say: t3',
  ],
  [
    'reference-unknown',
    'scenes/04-what.yaml',
    '{ id: c3, group: work }',
    '{ id: c3, group: other }',
    'scenes/04-what.yaml',
    'id: c3',
  ],
  [
    'reference-unknown',
    'scenes/01-before.yaml',
    'id: saved, type: text',
    'id: saved, type: text, when: { workplace: [bakery] }',
    'scenes/01-before.yaml',
    'bakery',
  ],
  [
    'objective-unknown',
    'scenes/03-people.yaml',
    'hint: true, objectives: [O2]',
    'hint: true, objectives: [O9]',
    'scenes/03-people.yaml',
    'O9',
  ],
  ['answers-unfit', 'scenes/04-what.yaml', '{ id: c }', '{ id: c, right: true }', 'scenes/04-what.yaml', 'options:'],
  ['answers-unfit', 'scenes/04-what.yaml', '{ id: b, right: true }', '{ id: b }', 'scenes/04-what.yaml', 'options:'],
  ['language-missing', 'course.yaml', 'others: [nl]', 'others: [nl, ar]', 'course.yaml', 'languages'],
  ['language-unlisted', 'text/fr.yaml', '', 'title: Titre\n', 'text/fr.yaml', 'title'],
  ['key-missing', 'text/nl.yaml', /^people\.title: .*\n/m, '', 'text/nl.yaml', 'title'],
  [
    'key-unused',
    'text/en.yaml',
    'people.title:',
    'people.spare: Nothing\npeople.title:',
    'text/en.yaml',
    'people.spare',
  ],
  [
    'text-not-allowed',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    "people.imani.t1: 'You <b>again</b>!'",
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'text-not-plain',
    'text/en.yaml',
    /^people\.title: .*/m,
    "people.title: '**Two** people'",
    'text/en.yaml',
    'people.title',
  ],
  [
    'term-unknown',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    "people.imani.t1: '[You](term:you) again'",
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'slot-unknown',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    "people.imani.t1: 'Call {slot:line}'",
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'source-unknown',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    "people.imani.t1: 'Fine.[^nobody]'",
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'source-unused',
    'sources.yaml',
    'unodc:',
    'spare: { title: A, publisher: B, address: https://example.org/, accessed: 2026-01-01, supports: nothing }\nunodc:',
    'sources.yaml',
    'spare',
  ],
  ['medium-missing', 'scenes/04-what.yaml', 'act-means-purpose.svg', 'other.svg', 'scenes/04-what.yaml', 'other.svg'],
  ['medium-unused', 'media/spare.svg', '', '<svg/>', 'media/media.yaml', ''],
  ['medium-unlisted', 'media/media.yaml', /^act-means-purpose.svg:[^]*/m, '{}', 'media/media.yaml', ''],
  ['consent-missing', 'media/media.yaml', 'people: drawn', 'people: real', 'media/media.yaml', 'act-means-purpose.svg'],
  [
    'never-shown',
    'scenes/01-before.yaml',
    /type: text/g,
    'type: text, when: { workplace: [health] }',
    'scenes/01-before.yaml',
    'blocks',
  ],
  [
    'rule-unmet',
    'course.yaml',
    '{ seen: what }',
    '{ seen: what }\n  - { right: 1, of: finale }',
    'course.yaml',
    'of: finale',
  ],
  ['rule-unmet', 'course.yaml', '{ seen: what }', '{ seen: end }', 'course.yaml', 'seen: end'],
  ['minutes-off', 'scenes/04-what.yaml', 'minutes: 4.5', 'minutes: 3', 'scenes/04-what.yaml', 'minutes'],
  ['term-unused', 'glossary.yaml', 'consent:', 'spare: { locked: false }\nconsent:', 'glossary.yaml', 'spare'],
  ['slot-unused', 'slots.yaml', 'advice:', 'spare: { kind: law, review: 6 }\nadvice:', 'slots.yaml', 'spare'],
  ['reference-unknown', 'scenes/08-route.yaml', 'slot: note-place', 'slot: nowhere', 'scenes/08-route.yaml', 'nowhere'],
  ['reference-unknown', 'scenes/08-route.yaml', 'term: consent', 'term: nothing', 'scenes/08-route.yaml', 'nothing'],
  ['reference-unknown', 'scenes/09-test.yaml', 'block: a }', 'block: z }', 'scenes/09-test.yaml', 'block: z'],
  ['reference-unknown', 'scenes/06-desk.yaml', 'goto: n2', 'goto: n9', 'scenes/06-desk.yaml', 'goto: n9'],
  [
    'reference-unknown',
    'scenes/06-desk.yaml',
    'id: never, type: text',
    'id: never, type: text, when: { decided: talk, ending: [nowhere] }',
    'scenes/06-desk.yaml',
    'nowhere',
  ],
  [
    'reference-unknown',
    'scenes/06-desk.yaml',
    'id: again, type: text',
    'id: again, type: text, when: { decided: talk, ending: [advice] }',
    'scenes/06-desk.yaml',
    'ending: [advice]',
  ],
  ['reference-unknown', 'scenes/05-signals.yaml', 'x: 51,', 'x: 91,', 'scenes/05-signals.yaml', 'x: 91'],
  ['way-lost', 'scenes/06-desk.yaml', 'goto: n2', 'goto: n3', 'scenes/06-desk.yaml', 'id: n2'],
  ['way-lost', 'scenes/06-desk.yaml', 'goto: advice', 'goto: n1', 'scenes/06-desk.yaml', 'nodes:'],
  ['way-lost', 'scenes/06-desk.yaml', 'outcome: safe', 'outcome: uncertain', 'scenes/06-desk.yaml', 'endings:'],
  ['way-lost', 'scenes/06-desk.yaml', 'start: n1', 'start: n0', 'scenes/06-desk.yaml', 'start:'],
  ['answers-unfit', 'scenes/08-route.yaml', 'place: 4', 'place: 5', 'scenes/08-route.yaml', 'options:'],
  [
    'signals-lopsided',
    'scenes/05-signals.yaml',
    /signal: (none|weak)/g,
    'signal: strong',
    'scenes/05-signals.yaml',
    'items:',
  ],
  [
    'forms-unlike',
    'scenes/02-guess.yaml',
    /i8, signal: true }\n$/,
    'i8, signal: false }\n',
    'scenes/02-guess.yaml',
    'id: b',
  ],
  [
    'forms-unlike',
    'text/en.yaml',
    'guess.b.items.i1.text: ',
    `guess.b.items.i1.text: ${'On and on '.repeat(9)}`,
    'scenes/02-guess.yaml',
    'id: b',
  ],
  [
    'rule-unmet',
    'course.yaml',
    '{ decided: talk, in: desk }',
    '{ decided: rule, in: desk }',
    'course.yaml',
    'decided: rule',
  ],
  ['objective-untaught', 'course.yaml', 'O5]', 'O5, O6]', 'course.yaml', 'objectives'],
  ['objective-unpractised', 'course.yaml', 'O5]', 'O5, O6]', 'course.yaml', 'objectives'],
  ['objective-untested', 'course.yaml', 'O5]', 'O5, O6]', 'course.yaml', 'objectives'],
  [
    'item-aimless',
    'scenes/08-route.yaml',
    'kind: order\n    objectives: [O4]',
    'kind: order',
    'scenes/08-route.yaml',
    'id: order',
  ],
  [
    'answers-guessable',
    'text/en.yaml',
    /^(?:test\.(?:q1\.options\.c|q2\.options\.a|q4\.options\.b|q6\.options\.a|q7\.options\.c|q10\.options\.b|q12\.options\.c)|desk\.today\.options\.a|corridor\.child\.options\.c|signals\.question\.options\.c)\.text: /gm,
    `$&${'On and on '.repeat(9)}`,
    'text/en.yaml',
    '',
  ],
  [
    'alternative-poor',
    'text/en.yaml',
    /^what\.parts\.alt: .*/m,
    'what.parts.alt: Rings',
    'text/en.yaml',
    'what.parts.alt',
  ],
  ['picture-harmful', 'media/media.yaml', '[desk,', '[chains, desk,', 'media/media.yaml', 'chains'],
  [
    'heavy-missing',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    'people.imani.t1: He was beaten',
    'scenes/03-people.yaml',
    'id: imani',
  ],
  ['support-missing', 'text/en.yaml', /\{slot:support\}/, 'nobody', 'text/en.yaml', 'help'],
  [
    'source-wanting',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    'people.imani.t1: It is 40 % of all',
    'text/en.yaml',
    'people.imani.t1',
  ],
  ['too-heavy', 'media/desk-talk.svg', '<svg', `<!-- ${'x'.repeat(5_000_000)} --><svg`, 'media/media.yaml', ''],
  [
    'reaches-out',
    'media/desk-talk.svg',
    '</svg>',
    '<image href="https://example.org/a.png"/></svg>',
    'media/media.yaml',
    '',
  ],
  [
    'sentence-long',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    `people.imani.t1: ${'on '.repeat(21)}.`,
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'colour-alone',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    'people.imani.t1: Look at the red ring',
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'word-avoided',
    'text/en.yaml',
    /^people\.imani\.t1: .*/m,
    'people.imani.t1: Rescued!',
    'text/en.yaml',
    'people.imani.t1',
  ],
  [
    'source-old',
    'sources.yaml',
    'accessed: 2026-11-26',
    'accessed: 2024-11-01',
    'sources.yaml',
    'accessed: 2024-11-01',
  ],
  ['yaml-malformed', 'course.yaml', 'audience: [reception', 'audience: [[reception', 'course.yaml', ''],
  ['shape-malformed', 'course.yaml', 'budget: 35', 'budget: none', 'course.yaml', 'budget'],
  [
    'shape-malformed',
    'scenes/04-what.yaml',
    'type: figure, media',
    'type: figure, medium: x, media',
    'scenes/04-what.yaml',
    'medium: x',
  ],
  [
    'name-malformed',
    'scenes/4-what.yaml',
    '',
    'minutes: 1\nobjectives: []\nrequired: true\nblocks: [{ id: a, type: text }]\n',
    'scenes/4-what.yaml',
    'minutes',
  ],
];

describe('course check', () => {
  test('the courses that come with Baken have nothing to be found', () => {
    const names = readdirSync(courses);
    expect(names).toContain('recognising-trafficking');
    for (const name of names) expect(checkCourseFolder(join(courses, name), today)).toEqual([]);
  });

  test.each(faults)('finds %s in %s', (code, file, find, replace, foundIn, words) => {
    edit(file, find, replace);
    const line = words === '' ? expect.any(Number) : lineWith(foundIn, words);
    expect(checkCourseFolder(folder, today)).toContainEqual({ code, file: foundIn, line, text: expect.any(String) });
  });

  test('what only warns stops nothing, and a written reason ends a warning about a word', () => {
    edit('text/en.yaml', /^people\.imani\.t1: .*/m, 'people.imani.t1: Rescued!');
    expect(checkCourseFolder(folder, today).filter(isCourseError)).toEqual([]);
    edit('course.yaml', 'rule:', 'reasons: { en/people.imani.t1: she says so herself }\nrule:');
    expect(checkCourseFolder(folder, today)).toEqual([]);
  });

  test('a property that nobody knows is told with the one that was probably meant', () => {
    edit('scenes/04-what.yaml', 'caption: true', 'captoin: true');
    expect(checkCourseFolder(folder, today).map(({ text }) => text)).toEqual([
      'there is no captoin here; did you mean caption?',
    ]);
  });

  test('everything is told at once, in the order of files and lines', () => {
    edit('course.yaml', 'test, take]', 'test]');
    edit('text/en.yaml', /^people\.title: .*\n/m, '');
    edit('text/en.yaml', /^people\.after\.body: \|-\n/m, 'people.after.body: |-\n  # A title\n\n');
    const found = checkCourseFolder(folder, today);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['rule-unmet', 'scene-unlisted', 'key-missing', 'text-not-allowed', 'key-unused']),
    );
    const places = found.map(({ file, line }) => `${file}:${String(line).padStart(4, '0')}`);
    expect(places).toEqual(places.toSorted());
  });
});
