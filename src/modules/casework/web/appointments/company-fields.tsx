import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { Checks, Choice, Field } from '#platform/web/ui';
import type { TypedAppointment } from './appointment-values.ts';

/** Whether the person wants somebody along, who that is, where they meet, and who interprets. */
export function CompanyFields({
  helpers,
  typed,
  set,
}: {
  readonly helpers: OpenedCase['members'];
  readonly typed: TypedAppointment;
  readonly set: (change: Partial<TypedAppointment>) => void;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  return (
    <>
      <Choice
        legend={t('casework.appointment.company')}
        name="company"
        inline
        value={typed.company}
        onChange={(value) => set({ company: value === 'yes' || value === 'no' ? value : 'not-asked' })}
        options={[
          { value: 'yes', label: t('casework.yes') },
          { value: 'no', label: t('casework.no') },
          { value: 'not-asked', label: t('casework.notTold.not-asked') },
        ]}
      />
      <Checks
        legend={t('casework.appointment.goes')}
        hint={t('casework.appointment.goesHint')}
        options={helpers.map(({ user, relation }) => ({
          value: user,
          label: `${names.get(user) ?? t('casework.noName')}, ${t(`casework.relation.${relation}`)}`,
        }))}
        values={typed.goes}
        onChange={(goes) => set({ goes })}
      />
      <Field
        label={t('casework.appointment.meetingPoint')}
        hint={t('casework.appointment.meetingPointHint')}
        dir="auto"
        value={typed.meetingPoint}
        onChange={(event) => set({ meetingPoint: event.target.value })}
      />
      <Choice
        legend={t('casework.appointment.interpreter')}
        name="interpreter"
        inline
        value={typed.interpreter}
        onChange={(value) =>
          set({ interpreter: (['none', 'needed', 'arranged'] as const).find((one) => one === value) ?? 'none' })
        }
        options={['none', 'needed', 'arranged'].map((value) => ({
          value,
          label: t(`casework.appointment.interpreter.${value}`),
        }))}
      />
    </>
  );
}
