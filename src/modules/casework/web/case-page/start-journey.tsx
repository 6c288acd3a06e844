import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { createProcedures, newestPacks, startJourney, type OpenedCase } from '#modules/casework/client';
import { Button, Check, Notice, Stack } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';

const flags = ['dublin', 'minor', 'eu', 'detained'] as const;

/** Begins the journey: which procedures, and what is special about the case. */
export function StartJourney({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const act = useCaseAct(opened);
  const [witness, setWitness] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const start = (): void => {
    const parameters: Record<string, string | boolean> = { role: witness ? 'witness' : 'victim' };
    for (const flag of flags) parameters[flag] = chosen.includes(flag);
    void act.run((session) =>
      startJourney(session, createProcedures(), opened, { packs: [...newestPacks('nl')], parameters }),
    );
  };
  return (
    <Stack>
      <p>{t('casework.journey.startLead')}</p>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div>
        <Check label={t('casework.parameter.witness')} checked={witness} onChange={setWitness} />
        {flags.map((flag) => (
          <Check
            key={flag}
            label={t(`casework.parameter.${flag}`)}
            checked={chosen.includes(flag)}
            onChange={(on) => setChosen(on ? [...chosen, flag] : chosen.filter((name) => name !== flag))}
          />
        ))}
      </div>
      <div>
        <Button kind="main" busy={act.busy && t('casework.saving')} onClick={start}>
          {t('casework.journey.start')}
        </Button>
      </div>
    </Stack>
  );
}
