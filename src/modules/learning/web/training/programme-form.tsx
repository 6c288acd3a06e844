import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Checks, Field, TextArea } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { TrainingForm } from './training-form.tsx';
import { useChange } from './use-change.ts';
import { builtCourses, usePackageTitles, usePartName } from './use-part-name.ts';

/** Makes a programme of modules and of trainings by their names. */
export function ProgrammeForm({ onDone, onLeave }: { readonly onDone: () => void; readonly onLeave: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const nameOf = usePartName();
  const packages = usePackageTitles();
  const change = useChange(onDone);
  const { setRefused, run } = change;
  const [name, setName] = useState('');
  const [courses, setCourses] = useState<readonly string[]>(builtCourses);
  const [lines, setLines] = useState('');
  const [needed, setNeeded] = useState('');
  // Drawn right here; the row gives each its brand.
  const draw = (): never => createId(work.parts.randomBytes) as never;
  const trainings = lines.split('\n').flatMap((line) => line.trim() || []);
  const all = courses.length + trainings.length;
  const make = (): void => {
    const wanted = needed.trim() === '' ? all : Number(needed);
    if (name.trim().length < 2) return setRefused('ProgrammeNameMissing');
    if (all === 0 || all > 20 || trainings.some((one) => one.length < 2 || one.length > 80))
      return setRefused('PartsWrong');
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > all) return setRefused('NeededWrong');
    const parts = [
      ...courses.map((course) => ({ id: draw(), course, name: null })),
      ...trainings.map((training) => ({ id: draw(), course: null, name: training })),
    ];
    void run(() =>
      work.api.call(trainingRoutes.makeProgramme, { input: { id: draw(), name: name.trim(), parts, needed: wanted } }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.training.makeProgramme')}
      lead={t('learning.training.programmeLead')}
      change={change}
      onSend={make}
      onLeave={onLeave}
    >
      <Field
        label={t('learning.training.programmeName')}
        value={name}
        maxLength={80}
        dir="auto"
        onChange={(event) => setName(event.target.value)}
      />
      <Checks
        legend={t('learning.training.programmeModules')}
        options={[...builtCourses, ...packages.keys()].map((value) => ({
          value,
          label: nameOf({ course: value, name: null }),
        }))}
        values={courses}
        onChange={setCourses}
      />
      <TextArea
        label={t('learning.training.programmeTrainings')}
        hint={t('learning.training.programmeTrainingsHint')}
        value={lines}
        dir="auto"
        onChange={(event) => setLines(event.target.value)}
      />
      <Field
        label={t('learning.training.programmeNeeded')}
        hint={t('learning.training.programmeNeededHint')}
        inputMode="numeric"
        value={needed}
        onChange={(event) => setNeeded(event.target.value)}
      />
    </TrainingForm>
  );
}
