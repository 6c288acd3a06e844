import { useCallback, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, Notice, Rows, Skeleton, TakesFocus } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import { useWhen } from '../workshops/use-when.ts';
import { attendCalls } from './attend-calls.ts';
import { OneMaterial } from './one-material.tsx';

/** What people of a session were given, for whoever has its code: on a phone, without an account or a name. */
export function MaterialsPage({ code }: { readonly code: string }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(code);
  const [asked, ask] = useState(code);
  const { found, refused } = useLoaded(useCallback(() => attendCalls.materials(asked), [asked]));
  const { span } = useWhen();
  if (refused !== null)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed.trim());
        }}
      >
        <Notice tone="late">{refusalMessage(t, refused)}</Notice>
        <Field
          label={t('learning.materials.typeCode')}
          value={typed}
          maxLength={40}
          autoCapitalize="characters"
          onChange={({ target }) => setTyped(target.value)}
        />
        <p>
          <Button type="submit">{t('learning.materials.open')}</Button>
        </p>
      </form>
    );
  if (found === null) return <Skeleton label={t('learning.attend.loading')} lines={4} />;
  return (
    <TakesFocus label={t('learning.materials.yours')}>
      <h2>
        <bdi>{found.title}</bdi>
      </h2>
      <p>
        <strong>{span(found.startsAt, found.endsAt)}</strong>
      </p>
      {found.materials.length === 0 && <p>{t('learning.materials.nothingYet')}</p>}
      <Rows>
        {found.materials.map((one) => (
          <OneMaterial key={one.id} code={asked} one={one} />
        ))}
      </Rows>
      {found.later > 0 && <p>{t('learning.materials.later')}</p>}
      <p className={styles['small']}>{t('learning.materials.nobodyKnows')}</p>
    </TakesFocus>
  );
}
