import { useState } from 'react';
import type { AnyRefusal, Result, RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Field, Notice, Stack } from '#platform/web/ui';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useTakenFromAddress } from '../use-taken-from-address.ts';
import styles from './organise.module.css';

/** The receipt of a scanned picture. */
const receiptShape = /^#receipt=([0-9A-Za-z-]{20,30})$/;

type Redeemed = RouteOutput<typeof learningRoutes.redeemReceipt>;

/** Counts somebody who finished and never had a connection again, by the receipt that they show. */
export function RedeemCard({
  redeem: ask,
}: {
  readonly redeem: (receipt: string) => Promise<Result<Redeemed, AnyRefusal>>;
}) {
  const { t, formatDay } = useLanguage();
  const [typed, setTyped] = useState(useTakenFromAddress(receiptShape)?.[1] ?? '');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<Redeemed | null>(null);
  const redeem = async (): Promise<void> => {
    setBusy(true);
    setDone(null);
    const answer = await ask(typed);
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    setDone(answer.value);
    setTyped('');
  };
  return (
    <Card title={t('learning.redeem.title')}>
      <Stack>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void redeem();
          }}
        >
          <Field
            label={t('learning.redeem.code')}
            hint={t('learning.redeem.lead')}
            error={refused && refusalMessage(t, refused)}
            value={typed}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setRefused(null);
              setTyped(event.target.value);
            }}
          />
          <p>
            <Button type="submit" busy={busy && t('learning.redeem.busy')}>
              {t('learning.redeem.now')}
            </Button>
          </p>
        </form>
        {done && (
          <Notice>
            {t(done.isKnown ? 'learning.redeem.known' : 'learning.redeem.done', {
              ...{ organisation: done.organisation, title: done.title, version: done.version },
              day: formatDay(done.doneOn),
            })}
          </Notice>
        )}
      </Stack>
    </Card>
  );
}
