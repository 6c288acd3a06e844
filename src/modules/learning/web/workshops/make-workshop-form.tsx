import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Field, Select } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { builtCourses, usePartName } from '../training/use-part-name.ts';
import { useTraining } from '../training/use-training.ts';

/** Packs that are built with this installation. */
const builtGuides = ['talking-safely', 'teaching-it'] as const;

/** Makes a workshop: its title, the module it goes with, the pack it follows, and the part of a programme that it counts for. */
export function MakeWorkshopForm({ onDone, onLeave }: { readonly onDone: () => void; readonly onLeave: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { found } = useTraining();
  const nameOf = usePartName();
  const change = useChange(onDone);
  const [title, setTitle] = useState('');
  const [course, setCourse] = useState('');
  const [part, setPart] = useState('');
  const [guide, setGuide] = useState('');
  // A module is finished by playing it, never by being somewhere.
  const parts = (found?.programmes ?? []).flatMap((programme) =>
    programme.parts.filter((one) => one.course === null).map((one) => ({ ...one, programme: programme.name })),
  );
  const make = (): void => {
    if (title.trim().length < 2) return change.setRefused('TitleMissing');
    void change.run(() =>
      work.api.call(workshopRoutes.makeWorkshop, {
        input: {
          // Drawn right here; the row gives it its brand.
          id: createId(work.parts.randomBytes) as never,
          title: title.trim(),
          course: course === '' ? null : course,
          part: parts.find(({ id }) => id === part)?.id ?? null,
          guide: guide === '' ? null : guide,
        },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.workshops.make')}
      lead={t('learning.workshops.makeLead')}
      change={change}
      onSend={make}
      onLeave={onLeave}
    >
      <Field
        label={t('learning.workshops.titleField')}
        value={title}
        maxLength={80}
        dir="auto"
        onChange={(event) => setTitle(event.target.value)}
      />
      <Select
        label={t('learning.workshops.course')}
        value={course}
        onChange={(event) => setCourse(event.target.value)}
        options={[
          { value: '', label: t('learning.workshops.noCourse') },
          ...builtCourses.map((value) => ({ value, label: nameOf({ course: value, name: null }) })),
        ]}
      />
      <Select
        label={t('learning.workshops.guide')}
        value={guide}
        onChange={(event) => setGuide(event.target.value)}
        options={[
          { value: '', label: t('learning.workshops.noGuide') },
          ...builtGuides.map((value) => ({ value, label: t(`learning.workshops.guide.${value}`) })),
        ]}
      />
      <Select
        label={t('learning.workshops.part')}
        hint={t('learning.workshops.partHint')}
        value={part}
        onChange={(event) => setPart(event.target.value)}
        options={[
          { value: '', label: t('learning.workshops.noPart') },
          ...parts.map((one) => ({ value: one.id, label: `${one.programme}: ${nameOf(one)}` })),
        ]}
      />
    </TrainingForm>
  );
}
