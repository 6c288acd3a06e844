import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Stack, TakesFocus } from '#platform/web/ui';
import { RedeemCard } from '../organise/redeem-card.tsx';
import { PeopleDesk } from '../people/people-desk.tsx';
import styles from '../people/people.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useTakenFromAddress } from '../use-taken-from-address.ts';
import { partnerCalls, partnerPeople } from './partner-calls.ts';

/** The secret of a first visit. */
const secretShape = /^#desk=([A-Za-z0-9_-]{22})$/;
const now = (act: () => Promise<void>): void => void act();

/** The page of whoever looks after the people of a partner: no account, one link, one list. */
export function PartnerPage() {
  const { t } = useLanguage();
  const given = useTakenFromAddress(secretShape)?.[1] ?? null;
  const [at, setAt] = useState<'door' | 'desk' | 'left'>(given === null ? 'desk' : 'door');
  useEffect(() => {
    document.title = t('learning.partner.title');
  }, [t]);
  return (
    <main className={styles['page']}>
      <h1>{t('learning.partner.title')}</h1>
      {at === 'door' && given !== null && <Door secret={given} onEntered={() => setAt('desk')} />}
      {at === 'desk' && given === null && <Inside onLeft={() => setAt('left')} />}
      {at === 'desk' && given !== null && (
        <TakesFocus label={t('learning.partner.inside')}>
          <Inside onLeft={() => setAt('left')} />
        </TakesFocus>
      )}
      {at === 'left' && (
        <TakesFocus label={t('learning.partner.gone')}>
          <p>{t('learning.partner.left')}</p>
        </TakesFocus>
      )}
    </main>
  );
}

/** What the link lets in, before it does. */
function Door({ secret, onEntered }: { readonly secret: string; readonly onEntered: () => void }) {
  const { t } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const enter = async (): Promise<void> => {
    setBusy(true);
    const answer = await partnerCalls.enter(secret);
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onEntered();
  };
  return (
    <Stack>
      <p>{t('learning.partner.door')}</p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button kind="main" busy={busy && t('learning.partner.entering')} onClick={() => void enter()}>
          {t('learning.partner.enter')}
        </Button>
      </p>
    </Stack>
  );
}

function Inside({ onLeft }: { readonly onLeft: () => void }) {
  const { t } = useLanguage();
  const [refused, setRefused] = useState<string | null>(null);
  const leave = async (): Promise<void> => {
    const answer = await partnerCalls.leave();
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onLeft();
  };
  const below = (
    <>
      <RedeemCard redeem={partnerCalls.redeem} />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button kind="quiet" onClick={() => void leave()}>
          {t('learning.partner.leave')}
        </Button>
      </p>
    </>
  );
  return (
    <Stack>
      <p>{t('learning.partner.lead')}</p>
      <PeopleDesk calls={partnerPeople} guard={now} after={below} />
    </Stack>
  );
}
