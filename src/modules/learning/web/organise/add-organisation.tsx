import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { createId } from '#platform/base';
import { Button, Card, Check, Field } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import styles from './organise.module.css';

/** Adds an organisation: ours once, and those we work with. */
export function AddOrganisation({
  first,
  onAdded,
}: {
  /** Whether there is none of our own yet. */
  readonly first: boolean;
  readonly onAdded: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [name, setName] = useState('');
  const [own, setOwn] = useState(first);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    if (name.trim().length < 2) return setRefused('NameMissing');
    setBusy(true);
    const id = createId(work.parts.randomBytes);
    const answer = await work.api.call(learningRoutes.addOrganisation, {
      // Drawn right here; the row gives it its brand.
      input: { id: id as never, name, own: first && own },
    });
    setBusy(false);
    if (answer.ok) onAdded();
    else setRefused(answer.refusal.type);
  };
  return (
    <Card title={t('learning.organise.add')}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t('learning.organise.name')}
          hint={t('learning.organise.nameHint')}
          error={refused && refusalMessage(t, refused)}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={(event) => {
            setRefused(null);
            setName(event.target.value);
          }}
        />
        {first && <Check label={t('learning.organise.own')} checked={own} onChange={setOwn} />}
        <p>
          <Button type="submit" busy={busy && t('learning.organise.saving')}>
            {t('learning.organise.addNow')}
          </Button>
        </p>
      </form>
    </Card>
  );
}
