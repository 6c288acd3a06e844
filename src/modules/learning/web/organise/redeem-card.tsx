import { useState, type ReactNode } from 'react';
import type { AnyRefusal, Result, RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Field, Notice, Stack, TextArea } from '#platform/web/ui';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useTakenFromAddress } from '../use-taken-from-address.ts';
import styles from './organise.module.css';

/** The receipt of a scanned picture. */
const receiptShape = /^#receipt=([0-9A-Za-z-]{20,30})$/;

type Redeemed = RouteOutput<typeof learningRoutes.redeemReceipt>;

/** A receipt as it was typed, and what it said. */
interface Counted {
  readonly receipt: string;
  readonly redeemed: Redeemed;
}

function sentenceOf({ isKnown, packagedCourse }: Redeemed) {
  if (packagedCourse !== null) return 'learning.redeem.packaged';
  return isKnown ? 'learning.redeem.known' : 'learning.redeem.done';
}

/** Counts somebody who finished and never had a connection again, by the receipt that they show. */
export function RedeemCard({
  redeem: ask,
  after = null,
}: {
  /** `beside` is why nobody of a package is counted twice; null where that was not asked. */
  readonly redeem: (receipt: string, beside: string | null) => Promise<Result<Redeemed, AnyRefusal>>;
  /** What may be done with a receipt once it is counted, where whoever counts it may say why nobody is counted twice. */
  readonly after?: ((receipt: string, redeemed: Redeemed) => ReactNode) | null;
}) {
  const { t, formatDay } = useLanguage();
  const [typed, setTyped] = useState(useTakenFromAddress(receiptShape)?.[1] ?? '');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<Counted | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const redeem = async (): Promise<void> => {
    const beside = reason === null || reason.trim() === '' ? null : reason.trim();
    if (beside !== null && beside.length < 10) return setRefused('ReasonShort');
    setBusy(true);
    setDone(null);
    const answer = await ask(typed, beside);
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return answer.refusal.type === 'RouteTaken' && after !== null ? setReason('') : undefined;
    setDone({ receipt: typed, redeemed: answer.value });
    setTyped('');
    setReason(null);
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
          {reason !== null && (
            <TextArea
              label={t('learning.totals.beside')}
              hint={t('learning.totals.besideHint')}
              rows={3}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          <p>
            <Button type="submit" busy={busy && t('learning.redeem.busy')}>
              {t('learning.redeem.now')}
            </Button>
          </p>
        </form>
        {done && (
          <Notice>
            {t(sentenceOf(done.redeemed), {
              ...{ organisation: done.redeemed.organisation, title: done.redeemed.title },
              ...{ version: done.redeemed.version, day: formatDay(done.redeemed.doneOn) },
            })}
          </Notice>
        )}
        {done && after?.(done.receipt, done.redeemed)}
      </Stack>
    </Card>
  );
}
