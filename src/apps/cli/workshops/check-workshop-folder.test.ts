import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { releaseWorkshop } from '#modules/learning';
import { civilDate } from '#platform/base';
import { buildWorkshops } from './build-workshops.ts';
import { checkWorkshopFolder } from './check-workshop-folder.ts';
import { readWorkshop } from './read-workshop.ts';

const content = join(import.meta.dirname, '../../../../content');
const today = civilDate('2026-11-27');
let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'baken-workshop-'));
  cpSync(content, root, { recursive: true });
  folder = join(root, 'workshops/talking-safely');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes one file of the copied workshop; the text to find must be there. */
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

/** What is done to a workshop, and where that is found: the file and words that stand in the line; without words, anywhere. */
const faults: readonly (readonly [string, string, string | RegExp, string, string, string])[] = [
  ['minutes-off', 'workshop.yaml', 'minutes: 210', 'minutes: 200', 'workshop.yaml', 'minutes: 200'],
  ['minutes-off', 'workshop.yaml', 'id: round, minutes: 5', 'id: round, minutes: 6', 'workshop.yaml', 'minutes: 20'],
  [
    'say-long',
    'text/en.yaml',
    'parts.opening.leave.say: |-\n',
    `parts.opening.leave.say: |-\n  ${'On. '.repeat(270)}\n\n`,
    'workshop.yaml',
    '',
  ],
  ['break-missing', 'workshop.yaml', /method: break/g, 'method: plenary', 'workshop.yaml', ''],
  ['people-wrong', 'workshop.yaml', 'least: 6', 'least: 16', 'workshop.yaml', 'people:'],
  [
    'objective-unpractised',
    'workshop.yaml',
    /objectives: \[open, limits\]/,
    'objectives: [limits]',
    'workshop.yaml',
    '',
  ],
  [
    'notice-missing',
    'workshop.yaml',
    'id: notice, minutes: 3, say: true,',
    'id: notice, minutes: 3,',
    'workshop.yaml',
    '',
  ],
  ['id-twice', 'workshop.yaml', 'slides:\n  - welcome', 'slides:\n  - today\n  - welcome', 'workshop.yaml', ''],
  ['reference-unknown', 'workshop.yaml', 'slide: weight', 'slide: heft', 'workshop.yaml', 'slide: heft'],
  ['reference-unknown', 'workshop.yaml', 'cards: [role-noor]', 'cards: [role-nobody]', 'workshop.yaml', 'role-nobody'],
  [
    'reference-unknown',
    'workshop.yaml',
    'objectives: [weigh, ask]',
    'objectives: [weigh, other]',
    'workshop.yaml',
    'other]',
  ],
  ['slide-unused', 'workshop.yaml', ', slide: weight', '', 'workshop.yaml', 'slides:'],
  ['card-unused', 'workshop.yaml', ', cards: [role-noor]', '', 'workshop.yaml', ''],
  ['page-missing', 'workshop.yaml', 'kind: aftercare', 'kind: method', 'workshop.yaml', 'pages:'],
  [
    'questions-few',
    'workshop.yaml',
    /questions:\n(?: {2}- .*\n)+/,
    'questions: [certain]\n',
    'workshop.yaml',
    'questions:',
  ],
  ['evaluation-unfit', 'workshop.yaml', 'route, next]', 'next]', 'workshop.yaml', 'evaluation:'],
  ['signals-lopsided', 'workshop.yaml', /signal: none/g, 'signal: strong', 'workshop.yaml', ''],
  ['heavy-missing', 'text/en.yaml', /^slides\.ten\.title: .*/m, 'slides.ten.title: He was beaten', 'workshop.yaml', ''],
  ['language-missing', 'workshop.yaml', 'others: [nl]', 'others: [nl, ar]', 'workshop.yaml', 'languages'],
  ['language-unlisted', 'text/fr.yaml', '', 'title: Titre\n', 'text/fr.yaml', 'title'],
  ['key-missing', 'text/nl.yaml', /^parts\.own\.title: .*\n/m, '', 'text/nl.yaml', ''],
  [
    'key-unused',
    'text/en.yaml',
    'parts.own.title:',
    'parts.spare: Nothing\nparts.own.title:',
    'text/en.yaml',
    'parts.spare',
  ],
  [
    'text-not-allowed',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    "parts.own.aim: 'A <b>b</b>'",
    'text/en.yaml',
    'parts.own.aim',
  ],
  ['text-not-plain', 'text/en.yaml', /^title: .*/m, "title: '**Two** people'", 'text/en.yaml', 'title'],
  [
    'mark-unknown',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    "parts.own.aim: 'Call {slot:line}'",
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'mark-unknown',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    "parts.own.aim: 'So.[^nobody]'",
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'slide-long',
    'text/en.yaml',
    /^slides\.remember\.body: .*/m,
    `slides.remember.body: ${'On and on. '.repeat(16)}`,
    'text/en.yaml',
    'slides.remember.body',
  ],
  [
    'source-unused',
    'sources.yaml',
    'unodc:',
    'spare: { title: A, publisher: B, address: https://example.org/, accessed: 2026-01-01, supports: nothing }\nunodc:',
    'sources.yaml',
    'spare',
  ],
  [
    'source-wanting',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    'parts.own.aim: It is 40 % of all',
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'source-old',
    'sources.yaml',
    'accessed: 2026-11-26',
    'accessed: 2024-11-01',
    'sources.yaml',
    'accessed: 2024-11-01',
  ],
  [
    'sentence-long',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    `parts.own.aim: ${'on '.repeat(21)}.`,
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'colour-alone',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    'parts.own.aim: Take the red card',
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'word-avoided',
    'text/en.yaml',
    /^parts\.own\.aim: .*/m,
    'parts.own.aim: Rescued people',
    'text/en.yaml',
    'parts.own.aim',
  ],
  [
    'course-missing',
    'workshop.yaml',
    'course: recognising-trafficking',
    'course: another',
    'workshop.yaml',
    'course: another',
  ],
  ['name-malformed', 'workshop.yaml', 'id: talking-safely', 'id: another', 'workshop.yaml', 'id: another'],
  ['yaml-malformed', 'workshop.yaml', 'objectives: [weigh', 'objectives: [[weigh', 'workshop.yaml', ''],
  ['shape-malformed', 'workshop.yaml', 'kind: practice', 'kind: play', 'workshop.yaml', 'kind: play'],
  ['shape-malformed', 'workshop.yaml', 'minutes: 210', 'minutes: 210\nminute: 4', 'workshop.yaml', 'minute: 4'],
];

describe('workshop check', () => {
  test('the workshops that come with Baken have nothing to be found', () => {
    const names = readdirSync(join(content, 'workshops'));
    expect(names).toEqual(['talking-safely', 'teaching-it']);
    for (const name of names) expect(checkWorkshopFolder(join(content, 'workshops', name), today)).toEqual([]);
  });

  test.each(faults)('finds %s in %s', (code, file, find, replace, foundIn, words) => {
    edit(file, find, replace);
    const line = words === '' ? expect.any(Number) : lineWith(foundIn, words.trim());
    expect(checkWorkshopFolder(folder, today)).toContainEqual({ code, file: foundIn, line, text: expect.any(String) });
  });

  test('a kit for trainers says what is observed, and how the licence is earned', () => {
    folder = join(root, 'workshops/teaching-it');
    edit('workshop.yaml', 'kind: observe', 'kind: method');
    expect(checkWorkshopFolder(folder, today).map(({ code }) => code)).toEqual(['page-missing']);
  });
});

describe('a released workshop', () => {
  test('tells for each step when it begins, without a gap, to the last minute', () => {
    for (const name of readdirSync(join(content, 'workshops'))) {
      const read = readWorkshop(join(content, 'workshops', name));
      if (!read.ok) return expect.unreachable(name);
      const { parts, minutes } = releaseWorkshop(read.source, 'nl');
      let now = 0;
      for (const part of parts) {
        expect(part.from).toBe(now);
        for (const step of part.steps) {
          expect(step.from).toBe(now);
          now += step.minutes;
        }
      }
      expect(now).toBe(minutes);
    }
  });

  test('is a draft that nobody has signed, in both languages, and does not say how strong a signal is', () => {
    const built = buildWorkshops(join(content, 'workshops'));
    expect(built.map(({ fileName }) => fileName)).toEqual([
      'guides/talking-safely/en',
      'guides/talking-safely/nl',
      'guides/teaching-it/en',
      'guides/teaching-it/nl',
    ]);
    for (const { source } of built) {
      expect(JSON.parse(source)).toMatchObject({ unsigned: ['language', 'law', 'survivors', 'accessibility'] });
      expect(source).not.toMatch(/"signal":/);
    }
  });

  test('that is not clean is not built', () => {
    edit('workshop.yaml', 'minutes: 210', 'minutes: 200');
    expect(() => buildWorkshops(join(root, 'workshops'))).toThrow(/210/);
  });
});
