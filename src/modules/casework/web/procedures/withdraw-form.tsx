import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { withdrawSignOff, type SignOffItem } from '#modules/casework/client';
import { Button, Stack, TextArea } from '#platform/web/ui';
import { tidyText } from '../shared/tidy-text.ts';
import { SignOffRefused } from './sign-off-refused.tsx';
import { useSignOffAct, useSignOffs } from './sign-offs-store.ts';

/** Withdrawing a sign-off, with the reason; it stays to be read. */
export function WithdrawForm({ item, onDone }: { readonly item: SignOffItem; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { content: signOffs } = useSignOffs();
  const act = useSignOffAct();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !signOffs) return;
    const withdrawn = { on: today, reason: tidyText(reason) };
    if (await act.run((session) => withdrawSignOff(session, signOffs, item, withdrawn))) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <SignOffRefused refusal={act.refusal} />
        <TextArea
          label={t('casework.signOff.why')}
          rows={3}
          maxLength={2000}
          value={reason}
          error={tried && reason.trim() === '' ? t('casework.signOff.whyMissing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <div>
          <Button kind="danger" type="submit" busy={act.busy ? t('casework.saving') : false}>
            {t('casework.signOff.withdrawNow')}
          </Button>{' '}
          <Button kind="quiet" onClick={onDone}>
            {t('casework.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
