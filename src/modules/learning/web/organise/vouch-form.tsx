import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Notice, Select, Stack } from '#platform/web/ui';
import { exportRoutes } from '../../contract/export-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useTraining } from '../training/use-training.ts';

/**
 * Takes a coordinator's word for whose a receipt of a package is. Offered where a programme asks for its course; what is recorded stands with
 * that colleague's training and can be withdrawn there.
 */
export function VouchForm({ receipt, course }: { readonly receipt: string; readonly course: string }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person: me, names } = useOpenWork();
  const { found } = useTraining();
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const part = found?.programmes.flatMap(({ parts }) => parts).find((one) => one.course === course);
  // Nobody vouches for themselves.
  const people = (found?.people ?? []).filter((one) => one.user !== me.user);
  if (part === undefined || people.length === 0) return null;
  const send = async (): Promise<void> => {
    const person = people.find((one) => one.user === chosen);
    if (person === undefined) return setSaid('ChoiceMissing');
    // Drawn right here; the row gives it its brand.
    const id = createId<never>(work.parts.randomBytes);
    const input = { receipt, id, user: person.user, part: part.id };
    const answer = await work.api.call(exportRoutes.vouchReceipt, { input });
    setSaid(answer.ok ? 'done' : answer.refusal.type);
  };
  if (said === 'done') return <Notice>{t('learning.vouch.done')}</Notice>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        <p>{t('learning.vouch.lead')}</p>
        <Select
          label={t('learning.vouch.whose')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          error={said && refusalMessage(t, said)}
          options={[
            { value: '', label: t('learning.vouch.nobody') },
            ...people.map((one) => ({
              value: String(one.user),
              label: names.get(one.user) ?? t('learning.training.somebody'),
            })),
          ]}
        />
        <p>
          <Button type="submit">{t('learning.vouch.record')}</Button>
        </p>
      </Stack>
    </form>
  );
}
