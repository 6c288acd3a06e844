import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk, ok, refuse } from '#platform/base';
import { openDraft, type CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { CourseEdit } from '../../model/open/edit/course-edit.ts';
import { DraftKeeper, type ChangedFiles, type KeeperState } from './draft-keeper.ts';

const course = `id: small
version: 1.0.0
licence: CC-BY-SA-4.0
credit: [Somebody]
languages: { source: en, others: [] }
budget: 2
audience: []
objectives: []
outline: [first]
rule: [{ seen: first }]
`;
const scene =
  'minutes: 2\nobjectives: []\nrequired: true\nblocks:\n  - { id: a, type: text }\n  - { id: b, type: text }\n';
const begun = new Map([
  ['course.yaml', course],
  ['scenes/01-first.yaml', scene],
  ['text/en.yaml', 'title: Small\n'],
]);
const draftOf = (files: ReadonlyMap<string, string>): CourseDraft => expectOk(openDraft({ files, media: new Map() }));
const say = (text: string): CourseEdit => ({
  ...{ type: 'text', language: 'en', key: 'title', text, hash: 'A'.repeat(43) },
  on: '2026-11-27' as never, // A day, which a file of states would hold.
});
const budget = (value: number): CourseEdit => ({ type: 'put', file: 'course.yaml', path: ['budget'], value });
const drop = (block: string): CourseEdit => ({ type: 'drop', file: 'scenes/01-first.yaml', path: ['blocks', block] });

/** Where files are kept by their version, as the route keeps them; `reaches` says of each sending whether it arrives. */
function place(reaches: () => boolean = () => true) {
  let files = new Map(begun);
  let version = 0;
  const put = (changed: ChangedFiles): void => {
    files = new Map(files);
    for (const [path, text] of Object.entries(changed)) {
      if (text === null) files.delete(path);
      else files.set(path, text);
    }
    version += 1;
  };
  return {
    put,
    now: () => ({ draft: draftOf(files), version }),
    send: (seen: number, changed: ChangedFiles) => {
      if (!reaches()) return Promise.resolve(refuse({ type: 'Unreachable' }));
      if (seen !== version) return Promise.resolve(refuse({ type: 'DraftChanged' }));
      put(changed);
      return Promise.resolve(ok({ version }));
    },
  };
}

function keeperOn(where: ReturnType<typeof place>) {
  const told: KeeperState[] = [];
  const parts = { send: where.send, tell: (state: KeeperState) => void told.push(state), now: () => new Date(0) };
  return { keeper: new DraftKeeper(where.now(), parts), told };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
};

describe('a draft that is kept step by step', () => {
  test('whatever is done, taken back or does not arrive, in the end the server has what the page shows', async () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('edit'),
        edit: fc.oneof(
          fc.nat(9).map((at) => say(`Title ${String(at)}`)),
          fc.nat(9).map((at) => budget(at + 1)),
          fc.constantFrom(drop('a'), drop('b')),
        ),
      }),
      fc.record({ kind: fc.constantFrom('undo', 'wait') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), fc.array(fc.boolean()), async (acts, arrivals) => {
        const left = [...arrivals];
        const where = place(() => left.shift() ?? true);
        const { keeper } = keeperOn(where);
        for (const one of acts) {
          if ('edit' in one) keeper.edit(one.edit);
          else if (one.kind === 'undo') keeper.undo();
          else await settled();
        }
        for (let again = 0; again <= arrivals.length; again += 1) {
          await settled();
          await keeper.keep();
        }
        expect([...where.now().draft.folder.files]).toEqual(
          expect.arrayContaining([...keeper.state.draft.folder.files]),
        );
        expect(where.now().draft.source).toEqual(keeper.state.draft.source);
      }),
      { numRuns: 30 },
    );
  });

  test('what somebody else saved meanwhile is not written over, and both are there in the end', async () => {
    const where = place();
    const { keeper } = keeperOn(where);
    where.put({ 'text/en.yaml': 'title: Theirs\n' });
    keeper.edit(budget(5));
    await settled();
    expect(keeper.state).toMatchObject({ refused: 'DraftChanged', keeping: { at: 'failed' } });
    keeper.edit(drop('a'));
    await settled();
    expect(where.now().draft.source.course.budget).toBe(2);
    keeper.takeTheirs(where.now());
    await settled();
    const { source } = where.now().draft;
    expect(source.texts.get('en')).toEqual({ title: 'Theirs' });
    expect(source.course.budget).toBe(5);
    expect([...source.scenes.values()][0]?.blocks.map(({ id }) => id)).toEqual(['b']);
    expect(keeper.state).toMatchObject({ lost: 0, refused: null });
  });

  test('a step on what somebody else took away is told as left out', async () => {
    const where = place();
    const { keeper } = keeperOn(where);
    where.put({ 'scenes/01-first.yaml': scene.replace('  - { id: a, type: text }\n', '') });
    keeper.edit(drop('a'));
    await settled();
    keeper.takeTheirs(where.now());
    await settled();
    expect(keeper.state.lost).toBe(1);
  });

  test('what is done on the server alone waits for the steps before it, and holds back those that are done meanwhile', async () => {
    const where = place();
    const { keeper } = keeperOn(where);
    keeper.edit(budget(5));
    let inside: number | null = null;
    const done = keeper.alone(async (version) => {
      inside = version;
      keeper.edit(budget(6));
      await settled();
      expect(where.now().version).toBe(version);
      return where.send(version, {});
    });
    expect(await done).toBe(null);
    await settled();
    expect(inside).toBe(1);
    expect(where.now()).toMatchObject({ version: 3, draft: { source: { course: { budget: 6 } } } });
  });

  test('what is done on the server alone is refused where somebody else came between, and so is what follows until theirs is taken', async () => {
    const where = place();
    const { keeper } = keeperOn(where);
    where.put({ 'text/en.yaml': 'title: Theirs\n' });
    const picture = (version: number) => where.send(version, {});
    expect(await keeper.alone(picture)).toBe('DraftChanged');
    keeper.edit(budget(5));
    expect(await keeper.alone(picture)).toBe('DraftChanged');
    expect(where.now().version).toBe(1);
    keeper.takeTheirs(where.now());
    expect(await keeper.alone(picture)).toBe(null);
    expect(where.now().draft.source).toMatchObject({
      course: { budget: 5 },
      texts: new Map([['en', { title: 'Theirs' }]]),
    });
  });

  test('whoever raised the number of a signed version cannot take that back', async () => {
    const where = place();
    const signed = { version: '1.0.0', language: 'en', role: 'law', date: '2026-11-20', remark: 'Read.' };
    where.put({ 'review.yaml': JSON.stringify({ signed: [signed] }) });
    const { keeper } = keeperOn(where);
    expect(keeper.edit(budget(5))).toBe('Signed');
    expect(keeper.edit({ type: 'put', file: 'course.yaml', path: ['version'], value: '1.0.1' })).toBe(null);
    expect(keeper.state.canUndo).toBe(false);
    expect(keeper.edit(budget(5))).toBe(null);
    expect(keeper.state.canUndo).toBe(true);
    await settled();
  });
});
