import { useState } from 'react';
import { base64urlToBytes, bytesToHex } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { SignOffItem } from '#modules/casework/client';
import { Button, Card, Notice, Skeleton, Stack } from '#platform/web/ui';
import styles from './procedures.module.css';
import { SignOffForm } from './sign-off-form.tsx';
import { SignOffLine } from './sign-off-line.tsx';
import { SignOffMark } from './sign-off-mark.tsx';
import { usePackHash, useSignOffs, useSignOffState } from './sign-offs-store.ts';
import { useSignOffWords } from './use-sign-off-words.ts';
import { WithdrawForm } from './withdraw-form.tsx';

/** Who signed a pack off, for everybody to read; coordinators write it down and withdraw it. */
export function SignOffCard({ pack }: { readonly pack: Pack }) {
  const { t } = useLanguage();
  const { at, content: signOffs, reload } = useSignOffs();
  const { roles } = useOpenWork();
  const told = useSignOffState(pack);
  const hash = usePackHash(pack);
  const [writing, setWriting] = useState(false);
  const mayWrite = (roles.includes('coordinator') || roles.includes('duty')) && signOffs !== null && hash !== null;
  return (
    <Card title={t('casework.signOff.title')} beside={<SignOffMark pack={pack} />}>
      <Stack>
        {at === 'opening' && <Skeleton label={t('casework.signOff.opening')} lines={2} />}
        {at === 'failed' && (
          <Notice tone="late">
            {t('casework.signOff.failed')} <Button onClick={reload}>{t('casework.tryAgain')}</Button>
          </Notice>
        )}
        {signOffs && signOffs.unfit.length > 0 && (
          <Notice tone="late">{t('casework.signOff.unfit', { count: signOffs.unfit.length })}</Notice>
        )}
        {told && told.state !== 'signed' && <SignOffLine pack={pack} />}
        {told?.state === 'signed' &&
          told.items.map((item) => <SignOffTold key={item.id} item={item} mayWithdraw={mayWrite} />)}
        {told?.state === 'withdrawn' && <SignOffTold item={told.item} mayWithdraw={false} />}
        {mayWrite && !writing && (
          <div>
            <Button onClick={() => setWriting(true)}>{t('casework.signOff.begin')}</Button>
          </div>
        )}
        {writing && hash !== null && <SignOffForm pack={pack} hash={hash} onDone={() => setWriting(false)} />}
        {hash !== null && (
          <p className={styles['hash']}>
            {t('casework.signOff.hash', { hash: bytesToHex(base64urlToBytes(hash) ?? new Uint8Array()) })}
          </p>
        )}
      </Stack>
    </Card>
  );
}

function SignOffTold({ item, mayWithdraw }: { readonly item: SignOffItem; readonly mayWithdraw: boolean }) {
  const { t } = useLanguage();
  const { valuesOf, authorOf } = useSignOffWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const { remark, name, withdrawn } = item.content;
  return (
    <div>
      <p dir="auto">
        {withdrawn === null && t('casework.signOff.by', valuesOf(item))}{' '}
        {name !== '' && t('casework.signOff.writtenBy', { name: authorOf(item) })}
      </p>
      {withdrawn !== null && <p dir="auto">{t('casework.signOff.reason', { reason: withdrawn.reason })}</p>}
      {remark !== '' && <p dir="auto">{t('casework.signOff.remark', { remark })}</p>}
      {mayWithdraw && !withdrawing && (
        <Button kind="quiet" onClick={() => setWithdrawing(true)}>
          {t('casework.signOff.withdraw')}
        </Button>
      )}
      {withdrawing && <WithdrawForm item={item} onDone={() => setWithdrawing(false)} />}
    </div>
  );
}
