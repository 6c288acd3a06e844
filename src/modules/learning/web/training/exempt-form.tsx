import { useState } from 'react';
import { addDays, createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp, useWork } from '#kernel/spaces/web';
import { Choice } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { exemptionReasons, longestExemption } from '../../model/open/standing/requirement.ts';
import { TrainingForm } from './training-form.tsx';
import { useChange } from './use-change.ts';
import type { AskedRequirement, TrainedPerson, Training } from './use-training.ts';

/** In days, today counted. */
const spans = [7, 14, longestExemption] as const;

/** Sets a requirement aside for a colleague, with a reason, for thirty days at most. */
export function ExemptForm({
  person,
  name,
  found,
  requirements,
  onDone,
  onLeave,
}: {
  readonly person: TrainedPerson;
  readonly name: string;
  readonly found: Training;
  readonly requirements: readonly AskedRequirement['id'][];
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const { today } = useOpenWork();
  const stepUp = useStepUp();
  const change = useChange(onDone);
  const { setRefused, run } = change;
  const [requirement, setRequirement] = useState<string | null>(
    requirements.length === 1 ? (requirements[0] ?? null) : null,
  );
  const [reason, setReason] = useState<string | null>(null);
  const [days, setDays] = useState<string>(String(spans[0]));
  const [id] = useState(() => createId(work.parts.randomBytes));
  const lastDay = (span: number) => addDays(today, span - 1);
  const decide = (): void => {
    const why = exemptionReasons.find((one) => one === reason);
    const what = requirements.find((one) => one === requirement);
    if (why === undefined || what === undefined) return setRefused('ChoiceMissing');
    const until = lastDay(Number(days));
    stepUp.with(() =>
      run(() =>
        work.api.call(trainingRoutes.exempt, {
          params: { user: person.user },
          // Drawn right here; the row gives it its brand.
          input: { id: id as never, requirement: what, reason: why, until },
        }),
      ),
    );
  };
  const programmeOf = (wanted: AskedRequirement['id']): string => {
    const programme = found.requirements.find((one) => one.id === wanted)?.programme;
    return found.programmes.find((one) => one.id === programme)?.name ?? '';
  };
  return (
    <>
      <TrainingForm
        title={t('learning.training.exempt')}
        lead={t('learning.training.exemptLead', { name })}
        change={change}
        onSend={decide}
        onLeave={onLeave}
      >
        {requirements.length > 1 && (
          <Choice
            legend={t('learning.training.exemptWhat')}
            name="requirement"
            options={requirements.map((value) => ({ value, label: programmeOf(value) }))}
            value={requirement}
            onChange={setRequirement}
          />
        )}
        <Choice
          legend={t('learning.training.exemptWhy')}
          name="reason"
          options={exemptionReasons.map((value) => ({ value, label: t(`learning.exemption.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <Choice
          legend={t('learning.training.exemptUntil')}
          name="until"
          options={spans.map((span) => ({ value: String(span), label: formatDay(lastDay(span)) }))}
          value={days}
          onChange={setDays}
        />
      </TrainingForm>
      <StepUp {...stepUp} what={t('learning.training.exemptStepUp', { name })} />
    </>
  );
}
