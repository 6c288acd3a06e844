import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RouteRequest } from '#platform/base';
import type { learningRoutes, ReleasedCourse } from '#modules/learning';
import { buildCourses } from '../../src/apps/cli/courses/build-courses.ts';

export type SentStep = RouteRequest<typeof learningRoutes.saveSteps>['input']['steps'][number];

/** The courses as a build would leave them, in a folder of their own, and the English one. */
export async function builtCourses(): Promise<{ readonly webRoot: string; readonly released: ReleasedCourse }> {
  const webRoot = mkdtempSync(join(tmpdir(), 'baken-built-'));
  const files = await buildCourses(join(import.meta.dirname, '../../content/courses'));
  for (const { fileName, source } of files) {
    mkdirSync(dirname(join(webRoot, fileName)), { recursive: true });
    writeFileSync(join(webRoot, fileName), source);
  }
  const english = files.find(({ fileName }) => fileName.endsWith('en.json'));
  // Written by our own build a moment ago.
  return { webRoot, released: JSON.parse(String(english?.source)) as ReleasedCourse };
}

/** Everything the rule of the course asks for, as one device would send it. */
export function wholeRun(
  released: ReleasedCourse,
  device: string,
  at = '2026-11-27T09:00:00.000Z',
): readonly SentStep[] {
  const bank = released.scenes.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'check' && block.bank === 'final' ? [block] : [])),
  );
  const rightOf = (one: (typeof bank)[number]): readonly string[] =>
    one.kind === 'match'
      ? one.options.map(({ id }) => `${id}:${id}`)
      : one.kind === 'order'
        ? one.options.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ id }) => id)
        : one.options.filter(({ right }) => right).map(({ id }) => id);
  const seen = released.rule.flatMap((clause) =>
    'seen' in clause ? [{ scene: clause.seen, block: null, kind: 'finished' as const, options: [] }] : [],
  );
  const done = [
    ...seen,
    { scene: 'desk', block: 'talk', kind: 'answered' as const, options: ['n1:hand', 'n3:help', 'n4:ask'] },
    { scene: 'corridor', block: null, kind: 'skipped' as const, options: [] },
    {
      ...{ scene: 'test', block: 'final', kind: 'answered' as const },
      options: bank.slice(0, 5).flatMap((one) => rightOf(one).map((option) => `${one.id}=${option}`)),
    },
  ];
  return done.map((step, index) => ({ ...step, device, seq: index + 1, at }));
}
