import { useState } from 'react';
import { createId, parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Choice, DateField, fromTypedDate, toTypedDate } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { TrainingForm } from './training-form.tsx';
import { useChange } from './use-change.ts';
import { usePartName } from './use-part-name.ts';
import type { TrainedPerson, Training } from './use-training.ts';

/** Records that a colleague did a part elsewhere, or holds another proof that is taken for it. */
export function RecordProofForm({
  person,
  name,
  found,
  onDone,
  onLeave,
}: {
  readonly person: TrainedPerson;
  readonly name: string;
  readonly found: Training;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { today } = useOpenWork();
  const change = useChange(onDone);
  const { setRefused, run } = change;
  const choices = useChoices(person, found);
  const [chosen, setChosen] = useState<string | null>(choices.length === 1 ? (choices[0]?.value ?? null) : null);
  const [typed, setTyped] = useState(() => toTypedDate(today));
  const [id] = useState(() => createId(work.parts.randomBytes));
  const save = (): void => {
    const choice = choices.find(({ value }) => value === chosen);
    const on = parseCivilDate(fromTypedDate(typed) ?? '');
    if (choice === undefined) return setRefused('ChoiceMissing');
    if (on === null) return setRefused('DayMissing');
    void run(() =>
      work.api.call(trainingRoutes.recordProof, {
        params: { user: person.user },
        // Drawn right here; the row gives it its brand.
        input: { id: id as never, part: choice.part, equivalent: choice.equivalent, on },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.training.record')}
      lead={t('learning.training.recordLead', { name })}
      change={change}
      onSend={save}
      onLeave={onLeave}
    >
      <Choice
        legend={t('learning.training.recordWhat')}
        name="part"
        options={choices}
        value={chosen}
        onChange={setChosen}
      />
      <DateField
        legend={t('learning.training.recordOn')}
        value={typed}
        onChange={setTyped}
        words={{ day: t('learning.date.day'), month: t('learning.date.month'), year: t('learning.date.year') }}
      />
    </TrainingForm>
  );
}

/** Parts of what is asked of this person, each itself and by what else is taken for it. */
function useChoices(person: TrainedPerson, found: Training) {
  const { t } = useLanguage();
  const nameOf = usePartName();
  const asked = new Set(
    person.standings.map(({ requirement }) => found.requirements.find(({ id }) => id === requirement)?.programme),
  );
  const parts = found.programmes.filter(({ id }) => asked.has(id)).flatMap((programme) => programme.parts);
  return parts.flatMap((part) => [
    { value: String(part.id), label: nameOf(part), part: part.id, equivalent: null },
    ...part.equivalents.map(({ id, name }) => ({
      ...{ value: String(id), part: part.id, equivalent: id },
      label: t('learning.training.inPlaceOf', { name, part: nameOf(part) }),
    })),
  ]);
}
