import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as rules from './rules/index.ts';
import { productionOf, readTree, type SourceFile } from './source-tree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tree = readTree(root);

describe('the tree keeps the house style', () => {
  test('the reader sees the tree: a floor, so that a blind check cannot pass', () => {
    expect(productionOf(tree).length).toBeGreaterThan(120);
  });

  test.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(tree).map(({ rule: number, path, line, says }) => `${number} ${path}:${line ?? 1} ${says}`)).toEqual(
      [],
    );
  });
});

/** One planted file or more per rule; the rule must name the first. */
const planted: Readonly<Record<keyof typeof rules, readonly SourceFile[]>> = {
  brandsAreUnique: [
    { path: 'src/modules/casework/model/open/b.ts', text: "export type B = Brand<string, 'Same'>;" },
    { path: 'src/modules/casework/model/open/a.ts', text: "export type A = Brand<string, 'Same'>;" },
  ],
  idsAreBranded: [
    { path: 'src/modules/casework/model/open/due.ts', text: 'export interface Due { readonly caseId: string }' },
  ],
  fileNames: [{ path: 'src/modules/casework/model/open/due-utils.ts', text: 'export const due = 1;' }],
  dutchExists: [{ path: 'src/modules/casework/messages/en.ts', text: 'export const en = {} as const;' }],
  keysAreUsed: [
    {
      path: 'src/modules/casework/messages/en.ts',
      text: "export const en = { 'casework.page.title': 'Cases' } as const;",
    },
  ],
  languagesAgree: [
    { path: 'src/modules/casework/messages/nl/page.ts', text: 'export const page = {};' },
    {
      path: 'src/modules/casework/messages/en/page.ts',
      text: "export const page = { 'casework.page.title': 'Cases' } as const;",
    },
  ],
  noSentencesInScreens: [
    { path: 'src/modules/casework/web/case-page.tsx', text: 'export const CasePage = () => <h1>All cases</h1>;' },
  ],
  usedKeysExist: [
    {
      path: 'src/modules/casework/web/case-page.tsx',
      text: "export const CasePage = () => <h1>{t('casework.page.gone')}</h1>;",
    },
    {
      path: 'src/modules/casework/messages/en.ts',
      text: "export const en = { 'casework.page.title': 'Cases' } as const;",
    },
  ],
  errorsCarryCodes: [
    {
      path: 'src/modules/casework/model/open/due.ts',
      text: 'export function due(person: Person) { throw new Error(`no ${person.familyName}`); }',
    },
  ],
  noMarkupFromData: [
    {
      path: 'src/modules/casework/web/note.ts',
      text: 'export const note = (place: Element, words: string) => { place.innerHTML = words; };',
    },
  ],
  nothingIsPrinted: [
    { path: 'src/modules/casework/server/queries/list-due.ts', text: "export const listDue = () => console.log('x');" },
  ],
  randomnessIsPassedIn: [
    {
      path: 'src/modules/casework/model/open/due.ts',
      text: 'export const due = () => crypto.getRandomValues(new Uint8Array(1));',
    },
  ],
  decisionsAreWhole: [{ path: 'docs/decisions/0001-something.md', text: '# Something\n\n## Context\n\nWords.\n' }],
  lockfileIsPortable: [{ path: 'package-lock.json', text: '{ "resolved": "https://example.org/a.tgz" }' }],
  noMachineTraces: [{ path: 'docs/tour.md', text: ['See /wo', 'rk/main and iss', 'ue #7.'].join('') }],
  migrationNames: [{ path: 'src/modules/casework/server/migrations/create.sql', text: 'SELECT 1;' }],
  ownSchemaOnly: [
    {
      path: 'src/modules/casework/server/store/due-store.ts',
      text: "export const dueStore = () => db.selectFrom('tasks.task');",
    },
    { path: 'src/kernel/tasks/index.ts', text: '/** Tasks. */' },
  ],
  sqlInStoreOnly: [
    {
      path: 'src/modules/casework/server/queries/list-due.ts',
      text: "export const listDue = (tx) => tx.selectFrom('casework.due');",
    },
  ],
  castsSayWhy: [
    {
      path: 'src/modules/casework/model/open/due.ts',
      text: 'export const due = (value: unknown) => {\n  return value as Due;\n};',
    },
  ],
  doorsAreDocumented: [{ path: 'src/modules/casework/index.ts', text: "export { due } from './model/open/due.ts';" }],
  innerShape: [{ path: 'src/modules/casework/services/due.ts', text: 'export const due = 1;' }],
  namesSayOneThing: [{ path: 'src/modules/casework/model/open/due.ts', text: 'export class DueManager {}' }],
  onlyDoorsReExport: [{ path: 'src/modules/casework/model/open/due.ts', text: "export { other } from './other.ts';" }],
};

describe('planted violations are caught', () => {
  test.each(Object.entries(rules))('%s', (name, rule) => {
    // The keys of both tables are held equal by the type of `planted`.
    const files = planted[name as keyof typeof rules];
    const found = rule(files);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ path }) => path === files[0]?.path || path === files[1]?.path)).toBe(true);
  });

  test('castsSayWhy lets an explained cast pass', () => {
    const text =
      'export const due = (value: unknown) => {\n  // Checked by the schema above.\n  return value as Due;\n};';
    expect(rules.castsSayWhy([{ path: 'src/modules/casework/model/open/due.ts', text }])).toEqual([]);
  });
});
