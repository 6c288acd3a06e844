import type { CivilDate } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { OwnLearning } from './own-calls.ts';

/** What is kept of somebody, a sentence a line, as it is shown and saved. */
export function keptLines(
  { organisation, label, colleague, browsers, runs, completions }: OwnLearning,
  t: Messages,
  formatDay: (day: CivilDate) => string,
): readonly string[] {
  const who = colleague
    ? t('learning.own.colleague', { organisation })
    : label === null
      ? t('learning.own.for', { organisation })
      : t('learning.own.listed', { organisation, label });
  return [
    who,
    t('learning.own.browsers', { count: browsers }),
    ...runs.map(({ course, begunOn, changedOn, steps }) =>
      t('learning.own.run', {
        course: titleOf(completions, course),
        begun: formatDay(begunOn),
        changed: formatDay(changedOn),
        count: steps.length,
      }),
    ),
    ...completions.flatMap(({ course, title, version, on, route, certificates, revoked }) => [
      t(route === 'receipt' ? 'learning.own.doneByReceipt' : 'learning.own.done', {
        ...{ course: title ?? course, version, day: formatDay(on), count: certificates.length },
      }),
      ...revoked.map((gone) =>
        t('learning.own.revoked', {
          course: title ?? course,
          day: formatDay(gone.on),
          reason: t(`learning.revocation.${gone.reason}`),
        }),
      ),
    ]),
  ];
}

/** As the course called itself when it was done; its id while it never was. */
function titleOf(completions: OwnLearning['completions'], course: string): string {
  return completions.find((one) => one.course === course)?.title ?? course;
}
