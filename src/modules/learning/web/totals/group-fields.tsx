import { useLanguage } from '#kernel/languages/web';
import { Select } from '#platform/web/ui';
import type { ListedOrganisation } from '../organise/listed-organisation.ts';
import { builtCourses } from '../training/use-part-name.ts';

/** What both forms are given. */
export interface GroupFormProps {
  readonly year: number;
  readonly organisations: readonly ListedOrganisation[];
  readonly titleOf: (course: string) => string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

export interface ChosenGroup {
  readonly organisation: string;
  readonly course: string;
}

/** Of whom, and of which course. */
export function GroupFields({
  organisations,
  titleOf,
  group,
  onChange,
}: Pick<GroupFormProps, 'organisations' | 'titleOf'> & {
  readonly group: ChosenGroup;
  readonly onChange: (group: ChosenGroup) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        label={t('learning.figures.organisation')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        value={group.organisation}
        onChange={(event) => onChange({ ...group, organisation: event.target.value })}
      />
      <Select
        label={t('learning.figures.module')}
        options={builtCourses.map((value) => ({ value, label: titleOf(value) }))}
        value={group.course}
        onChange={(event) => onChange({ ...group, course: event.target.value })}
      />
    </>
  );
}

/** The first partner there is, since our own people are counted here. */
export function firstGroup(organisations: readonly ListedOrganisation[]): ChosenGroup {
  const first = organisations.find(({ own }) => !own) ?? organisations[0];
  return { organisation: first?.id ?? '', course: builtCourses[0] };
}
