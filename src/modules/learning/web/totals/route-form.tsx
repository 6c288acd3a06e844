import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Choice, TextArea } from '#platform/web/ui';
import { totalRoutes } from '../../contract/total-routes.ts';
import { countRoutes } from '../../model/open/count/count-route.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { firstGroup, GroupFields, type GroupFormProps } from './group-fields.tsx';

/** Chooses how an organisation is counted in a course and a year, or a second way beside it with its reason. */
export function RouteForm({ year, organisations, titleOf, onDone, onLeave }: GroupFormProps) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [group, setGroup] = useState(() => firstGroup(organisations));
  const [route, setRoute] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const send = (): void => {
    const organisation = organisations.find(({ id }) => id === group.organisation)?.id;
    const chosen = countRoutes.find((one) => one === route);
    if (organisation === undefined || chosen === undefined) return change.setRefused('ChoiceMissing');
    const beside = reason.trim() === '' ? null : reason.trim();
    if (beside !== null && beside.length < 10) return change.setRefused('ReasonShort');
    void change.run(() =>
      work.api.call(totalRoutes.chooseCountRoute, {
        params: { organisation },
        input: { course: group.course, year, route: chosen, beside },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.totals.choose')}
      lead={t('learning.totals.chooseLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <GroupFields organisations={organisations} titleOf={titleOf} group={group} onChange={setGroup} />
      <Choice
        legend={t('learning.totals.route', { year: String(year) })}
        name="route"
        options={countRoutes.map((value) => ({ value, label: t(`learning.route.${value}`) }))}
        value={route}
        onChange={setRoute}
      />
      <TextArea
        label={t('learning.totals.beside')}
        hint={t('learning.totals.besideHint')}
        rows={3}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </TrainingForm>
  );
}
