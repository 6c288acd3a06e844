import { useEffect, useState } from 'react';
import type { RoleGrant } from '#kernel/accounts';
import { useLanguage } from '#kernel/languages/web';
import { useWork, useOpenWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Card, Notice, Rows, StateMark } from '#platform/web/ui';
import { ConfirmInvitation } from './confirm-invitation.tsx';
import styles from './people.module.css';

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly roles: readonly RoleGrant[];
  readonly mine: boolean;
  readonly triesLeft: number;
  readonly answer: { readonly handle: string } | null;
}

const answersAllowed = 5;

/** What is shown of an invitation; null for one that came to its end as it should, or was withdrawn. */
function standingOf({ state, mine, triesLeft }: Listed): string | null {
  if (state === 'answered') return mine ? 'answered' : 'answeredOther';
  if (state === 'void') return triesLeft === 0 ? 'usedUp' : null;
  return state === 'open' || state === 'expired' ? state : null;
}

/**
 * Invitations on their way: withdraw, or check and confirm the answer; and those that came to nothing, so that somebody
 * makes a new one.
 */
export function Invitations({
  loads,
  onChanged,
  onAgain,
}: {
  readonly loads: number;
  readonly onChanged: () => void;
  readonly onAgain: (roles: readonly RoleGrant[]) => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person } = useOpenWork();
  const [invitations, setInvitations] = useState<readonly Listed[]>([]);
  const [thrownAway, setThrownAway] = useState<ApiRefusal | null>(null);
  useEffect(() => {
    void import('#kernel/accounts/client')
      .then(({ listInvitations }) => listInvitations(work.parts, person))
      .then((answer) => {
        if (answer.ok) setInvitations(answer.value.filter((invitation) => standingOf(invitation) !== null));
      });
  }, [work, person, loads]);
  const withdraw = async (id: string): Promise<void> => {
    const { voidInvitation } = await import('#kernel/accounts/client');
    await voidInvitation(work.parts, id);
    onChanged();
  };
  if (invitations.length === 0) return null;
  return (
    <Card title={t('accounts.invitations')} beside={invitations.length}>
      {thrownAway && (
        <Notice tone="late">
          {t(`accounts.refused.${thrownAway.triesLeft === 0 ? 'EnrolmentNeverProven' : 'EnrolmentNotProven'}`)}
        </Notice>
      )}
      <Rows>
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <Invitation
              invitation={invitation}
              onWithdraw={() => void withdraw(invitation.id)}
              onAgain={() => onAgain(invitation.roles)}
            />
            {invitation.answer && invitation.mine && (
              <ConfirmInvitation
                invitation={invitation}
                handle={invitation.answer.handle}
                onDone={onChanged}
                onNotProven={(refusal) => {
                  setThrownAway(refusal);
                  onChanged();
                }}
              />
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function Invitation({
  invitation,
  onWithdraw,
  onAgain,
}: {
  readonly invitation: Listed;
  readonly onWithdraw: () => void;
  readonly onAgain: () => void;
}) {
  const { t } = useLanguage();
  const standing = standingOf(invitation);
  const hasEnded = standing === 'expired' || standing === 'usedUp';
  const roles = invitation.roles.map(({ role }) => t(`accounts.role.${role}`)).join(', ');
  const said = t(`accounts.invitation.${standing ?? 'open'}`);
  return (
    <p className={styles['row']}>
      <span>{roles}:</span> {hasEnded ? <StateMark kind="late">{said}</StateMark> : <span>{said}.</span>}{' '}
      {!hasEnded && invitation.triesLeft < answersAllowed && (
        <span>{t('accounts.invitation.triesLeft', { count: invitation.triesLeft })}</span>
      )}{' '}
      {hasEnded && <Button onClick={onAgain}>{t('accounts.inviteAgain')}</Button>}
      {standing !== 'usedUp' && (
        <Button kind="quiet" onClick={onWithdraw}>
          {t(hasEnded ? 'accounts.putAway' : 'accounts.withdraw')}
        </Button>
      )}
    </p>
  );
}
