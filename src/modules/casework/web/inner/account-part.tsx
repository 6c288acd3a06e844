import { useState } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { Button, Rows, StateMark } from '#platform/web/ui';
import { nameOfLanguage } from '../shared/languages-spoken.ts';
import { AccountWords } from './account-words.tsx';
import { AgreeForm } from './agree-form.tsx';
import styles from '../shared/form.module.css';

interface Doing {
  readonly id: RecordId | null;
  readonly act: 'write' | 'agree' | 'add';
}

/** What the person told, in versions. Once read back and agreed it is a statement: only added to. */
export function AccountPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const [doing, setDoing] = useState<Doing | null>(null);
  const stop = (): void => setDoing(null);
  const accounts = recordsOf(opened, 'account').toReversed();
  return (
    <>
      {accounts.length === 0 && <p>{t('casework.inner.none')}</p>}
      <Rows>
        {accounts.map((account) => (
          <li key={account.id}>
            {doing?.id !== account.id && (
              <AccountRow account={account} onDo={(act) => setDoing({ id: account.id, act })} />
            )}
            {doing?.id === account.id && doing.act === 'agree' && (
              <AgreeForm opened={opened} account={account} onDone={stop} />
            )}
            {doing?.id === account.id && doing.act !== 'agree' && (
              <AccountWords opened={opened} account={account} act={doing.act} onDone={stop} />
            )}
          </li>
        ))}
      </Rows>
      {doing?.id === null ? (
        <AccountWords opened={opened} account={null} act="write" onDone={stop} />
      ) : (
        <div className={styles['actions']}>
          <Button onClick={() => setDoing({ id: null, act: 'write' })}>{t('casework.account.add')}</Button>
        </div>
      )}
    </>
  );
}

function AccountRow({
  account,
  onDo,
}: {
  readonly account: RecordOf<'account'>;
  readonly onDo: (act: Doing['act']) => void;
}) {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const { words, statement } = account.content;
  return (
    <div className={styles['form']}>
      {statement && (
        <div>
          <StateMark kind="checked">
            {t('casework.account.agreed', { day: formatShortDay(statement.agreedOn, today) })}
          </StateMark>
          <p className={styles['muted']}>
            {t('casework.account.readBack', {
              day: formatShortDay(statement.readBackOn, today),
              language: nameOfLanguage(statement.language, language),
            })}
            {statement.interpreter && (
              <>
                {' '}
                {t('casework.account.interpreter')}: <bdi>{statement.interpreter}</bdi>
              </>
            )}
          </p>
        </div>
      )}
      <p dir="auto" className={styles['told']}>
        {words}
      </p>
      {statement?.added && (
        <div>
          <strong>{t('casework.account.added')}</strong>
          <p dir="auto" className={styles['told']}>
            {statement.added}
          </p>
        </div>
      )}
      <div className={styles['actions']}>
        {statement ? (
          <Button onClick={() => onDo('add')}>{t('casework.account.addTo')}</Button>
        ) : (
          <>
            <Button onClick={() => onDo('write')}>{t('casework.change')}</Button>
            <Button onClick={() => onDo('agree')}>{t('casework.account.agree')}</Button>
          </>
        )}
      </div>
    </div>
  );
}
