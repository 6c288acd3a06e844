import { useEffect, useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Choice, Notice, TextArea } from '#platform/web/ui';
import { totalRoutes } from '../../contract/total-routes.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { firstGroup, GroupFields, type GroupFormProps } from './group-fields.tsx';

type Activity = RouteOutput<typeof totalRoutes.listSourceActivities>['activities'][number];

/** Says which module in the learning system of an organisation is which of ours: whoever is done with it there is counted. */
export function SystemsForm({ organisations, titleOf, onDone, onLeave }: GroupFormProps) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [group, setGroup] = useState(() => firstGroup(organisations));
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const organisation = organisations.find(({ id }) => id === group.organisation)?.id;
  const activities = useActivities(organisation);
  const open = activities?.filter(({ course }) => course === null) ?? [];
  const counted = activities?.filter(({ course }) => course !== null) ?? [];
  const send = (): void => {
    const activity = open.find((one) => keyOf(one) === chosen);
    if (organisation === undefined || activity === undefined) return change.setRefused('ChoiceMissing');
    const beside = reason.trim() === '' ? null : reason.trim();
    if (beside !== null && beside.length < 10) return change.setRefused('ReasonShort');
    const { store, iri, verb } = activity;
    void change.run(() =>
      work.api.call(totalRoutes.countSourceActivity, {
        params: { organisation },
        input: { store, iri, verb, course: group.course, beside },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.totals.systems')}
      lead={t('learning.totals.systemsLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <GroupFields organisations={organisations} titleOf={titleOf} group={group} onChange={setGroup} />
      {activities !== null && open.length === 0 && <Notice>{t('learning.totals.noActivity')}</Notice>}
      {counted.map((one) => (
        <p key={keyOf(one)}>
          {t('learning.totals.isCounted', { activity: one.title ?? one.iri, module: titleOf(one.course ?? '') })}
        </p>
      ))}
      {open.length > 0 && (
        <Choice
          legend={t('learning.totals.activity')}
          name="activity"
          options={open.map((one) => ({
            value: keyOf(one),
            label: <bdi>{one.title ?? one.iri}</bdi>,
            hint: t('learning.totals.says', { system: one.system, verb: t(`learning.totals.verb.${one.verb}`) }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {(change.refused === 'RouteTaken' || change.refused === 'ReasonShort' || reason !== '') && (
        <TextArea
          label={t('learning.totals.beside')}
          hint={t('learning.totals.besideHint')}
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </TrainingForm>
  );
}

function keyOf({ store, iri, verb }: Activity): string {
  return `${store} ${verb} ${iri}`;
}

/** What the systems of an organisation said that somebody is done with; null while it is not known. */
function useActivities(organisation: GroupFormProps['organisations'][number]['id'] | undefined) {
  const { work } = useWork();
  const [found, setFound] = useState<{ readonly of: string; readonly activities: readonly Activity[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (organisation === undefined) return undefined;
    void work.api.call(totalRoutes.listSourceActivities, { params: { organisation } }).then((answer) => {
      if (wanted) setFound({ of: organisation, activities: answer.ok ? answer.value.activities : [] });
    });
    return () => {
      wanted = false;
    };
  }, [work, organisation]);
  return found !== null && found.of === organisation ? found.activities : null;
}
