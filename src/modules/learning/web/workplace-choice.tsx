import { useLanguage } from '#kernel/languages/web';
import { Choice } from '#platform/web/ui';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import type { Attempt } from './use-attempt.ts';

/** Where the learner works, for examples from there; may be left open. */
export function WorkplaceChoice({
  course,
  scene,
  attempt,
}: {
  readonly course: ReleasedCourse;
  readonly scene: string;
  readonly attempt: Attempt;
}) {
  const { t } = useLanguage();
  if (course.workplaces.length === 0) return null;
  return (
    <Choice
      legend={t('learning.workplace.question')}
      hint={t('learning.workplace.hint')}
      name="workplace"
      options={course.workplaces.map(({ id, name }) => ({ value: id, label: name }))}
      value={attempt.state.workplace}
      onChange={(place) => attempt.record({ scene, block: null, kind: 'workplace', options: [place] })}
    />
  );
}
