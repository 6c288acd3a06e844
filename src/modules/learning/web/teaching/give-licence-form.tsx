import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp, useWork } from '#kernel/spaces/web';
import { Select } from '#platform/web/ui';
import { teachingRoutes } from '../../contract/teaching-routes.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';

/** Gives a licence to one of the first trainers, for whom nobody can sign. */
export function GiveLicenceForm({
  course,
  onDone,
  onLeave,
}: {
  readonly course: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t, language } = useLanguage();
  const { work } = useWork();
  const { names, person } = useOpenWork();
  const stepUp = useStepUp();
  const change = useChange(onDone);
  const [chosen, setChosen] = useState('');
  const [id] = useState(() => createId(work.parts.randomBytes));
  const others = [...names]
    .filter(([user]) => user !== person.user)
    .toSorted(([, left], [, right]) => left.localeCompare(right, language));
  const [user, name] = others.find(([one]) => one === chosen) ?? [null, ''];
  const give = (): void => {
    if (user === null) return change.setRefused('ChoiceMissing');
    stepUp.with(() =>
      change.run(() =>
        // Drawn right here; the row gives it its brand.
        work.api.call(teachingRoutes.giveLicence, { params: { user }, input: { id: id as never, course } }),
      ),
    );
  };
  return (
    <>
      <TrainingForm
        title={t('learning.licence.give')}
        lead={t('learning.licence.giveLead')}
        change={change}
        onSend={give}
        onLeave={onLeave}
      >
        <Select
          label={t('learning.licence.toWhom')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          options={[
            { value: '', label: t('learning.licence.choose') },
            ...others.map(([value, label]) => ({ value, label })),
          ]}
        />
      </TrainingForm>
      <StepUp {...stepUp} what={t('learning.licence.giveStepUp', { name })} />
    </>
  );
}
