import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Field, Select, Skeleton } from '#platform/web/ui';
import { teachingRoutes } from '../../contract/teaching-routes.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { builtCourses, usePartName } from '../training/use-part-name.ts';
import { useTraining, type Training } from '../training/use-training.ts';
import type { Teaching } from './use-teaching.ts';

interface RuleProps {
  readonly found: Teaching;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Says what it takes to teach a course. */
export function RuleForm(props: RuleProps) {
  const { t } = useLanguage();
  const { found: training } = useTraining();
  if (training === null) return <Skeleton label={t('learning.training.loading')} lines={5} />;
  return <Fields {...props} programmes={training.programmes} />;
}

function Fields({ found, programmes, onDone, onLeave }: RuleProps & { readonly programmes: Training['programmes'] }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const nameOf = usePartName();
  const change = useChange(onDone);
  const [course, setCourse] = useState<string>(builtCourses[0]);
  const before = found.rules.find((rule) => rule.course === course);
  const [part, setPart] = useState<string>(before?.part ?? '');
  const [coTaught, setCoTaught] = useState(String(before?.coTaught ?? 2));
  const [months, setMonths] = useState(String(before?.months ?? 12));
  const [courseMonths, setCourseMonths] = useState(String(before ? (before.courseMonths ?? '') : 24));
  // A module is finished by playing it, never by being somewhere.
  const parts = programmes.flatMap((programme) =>
    programme.parts.filter((one) => one.course === null).map((one) => ({ ...one, programme: programme.name })),
  );
  const rule = (): void => {
    const day = parts.find(({ id }) => id === part);
    if (day === undefined) return change.setRefused('ChoiceMissing');
    const forCourse = courseMonths.trim() === '' ? null : wholeOf(courseMonths, 1, 120);
    const [sessions, lasts] = [wholeOf(coTaught, 0, 10), wholeOf(months, 1, 60)];
    if (forCourse === undefined || sessions === undefined || lasts === undefined) return change.setRefused('RuleWrong');
    const input = { course, courseMonths: forCourse, part: day.id, coTaught: sessions, months: lasts };
    void change.run(() => work.api.call(teachingRoutes.setTeachingRule, { input }));
  };
  return (
    <TrainingForm
      title={t('learning.licence.rule')}
      lead={t('learning.licence.ruleLead')}
      change={change}
      onSend={rule}
      onLeave={onLeave}
    >
      <Select
        label={t('learning.licence.ruleCourse')}
        value={course}
        onChange={(event) => setCourse(event.target.value)}
        options={builtCourses.map((value) => ({ value, label: nameOf({ course: value, name: null }) }))}
      />
      <Select
        label={t('learning.licence.rulePart')}
        hint={t('learning.licence.rulePartHint')}
        value={part}
        onChange={(event) => setPart(event.target.value)}
        options={[
          { value: '', label: t('learning.licence.choose') },
          ...parts.map((one) => ({ value: one.id, label: `${one.programme}: ${nameOf(one)}` })),
        ]}
      />
      <Field
        label={t('learning.licence.ruleSessions')}
        inputMode="numeric"
        value={coTaught}
        onChange={(event) => setCoTaught(event.target.value)}
      />
      <Field
        label={t('learning.licence.ruleMonths')}
        inputMode="numeric"
        value={months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <Field
        label={t('learning.licence.ruleCourseMonths')}
        hint={t('learning.licence.ruleCourseMonthsHint')}
        inputMode="numeric"
        value={courseMonths}
        onChange={(event) => setCourseMonths(event.target.value)}
      />
    </TrainingForm>
  );
}

/** A whole number between two; undefined where it is none. */
function wholeOf(text: string, least: number, most: number): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
