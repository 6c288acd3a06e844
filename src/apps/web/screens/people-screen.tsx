import { useCallback, useEffect, useState } from 'react';
import { rolesInForce } from '#kernel/accounts';
import type { ListedPerson } from '#kernel/accounts/client';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, Page, PersonChip, Rows, StateMark } from '#platform/web/ui';
import { ColleagueRows, CompareLink } from './people/colleague-rows.tsx';
import styles from './people/people.module.css';
import { StandingMark } from './people/standing-mark.tsx';
import { ChangeRole } from './people/change-role.tsx';
import { Invitations } from './people/invitations.tsx';
import { InviteForm } from './people/invite-form.tsx';

/** Roles that look after accounts; everybody else sees the signed list of colleagues alone. */
const lookAfter = ['administrator', 'coordinator', 'duty', 'dpo'];

/** Colleagues: everybody may compare a safety number; who looks after accounts sees roles and ends, and invites. */
export function PeopleScreen() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  if (roles.some((role) => lookAfter.includes(role))) return <Accounts />;
  return (
    <Page title={t('accounts.people')} lead={t('accounts.compare.peopleLead')}>
      <ColleagueRows />
    </Page>
  );
}

/** Everybody who can sign in, their roles and their ends; inviting and confirming. */
function Accounts() {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const { names, today, session, person } = useOpenWork();
  const [users, setUsers] = useState<readonly ListedPerson[]>([]);
  const [inviting, setInviting] = useState<{ readonly number: number; readonly role?: string | undefined } | null>(
    null,
  );
  const [changing, setChanging] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    void import('#kernel/accounts/client')
      .then(({ listPeople }) => listPeople(work.parts, session.directory))
      .then((answer) => {
        if (answer.ok) setUsers(answer.value);
      });
  }, [work, session.directory, loads]);
  const nameOf = (user: string): string | null => [...names].find(([id]) => id === user)?.[1] ?? null;
  return (
    <Page
      title={t('accounts.people')}
      lead={t('accounts.peopleLead')}
      actions={
        <Button
          kind="main"
          aria-expanded={inviting !== null}
          onClick={() => setInviting(inviting ? null : { number: 0 })}
        >
          {t('accounts.peopleInvite')}
        </Button>
      }
    >
      {inviting && <InviteForm key={inviting.number} first={inviting.role} onMade={reload} />}
      <Invitations
        loads={loads}
        onChanged={reload}
        onAgain={(roles) => setInviting({ number: (inviting?.number ?? 0) + 1, role: roles[0]?.role })}
      />
      <Card title={t('accounts.people')} beside={users.length}>
        <Rows>
          {users.map((user) => (
            <li key={user.user}>
              <p className={styles['row']}>
                <PersonChip name={nameOf(user.user)} nobody={t('accounts.peopleNone')} /> <bdi>{user.handle}</bdi>{' '}
                {!user.fits && <StateMark kind="unfit">{t('accounts.peopleUnfit')}</StateMark>}{' '}
                {user.roles.map(({ role, until }) => (
                  <StateMark
                    key={role}
                    kind={rolesInForce([{ role, until }], today).length > 0 ? 'plain' : 'late'}
                    icon={false}
                  >
                    {t(`accounts.role.${role}`)}
                    {until &&
                      `, ${until < today ? t('accounts.peopleEnded', { day: formatDay(until) }) : formatDay(until)}`}
                  </StateMark>
                ))}{' '}
                <StandingMark user={user.user} />
              </p>
              <p className={styles['acts']}>
                {user.user !== person.user && session.directory.people.has(user.user) && (
                  <CompareLink user={user.user} />
                )}{' '}
                {user.status === 'active' && (
                  <Button
                    kind="quiet"
                    aria-expanded={changing === user.user}
                    onClick={() => setChanging(changing === user.user ? null : user.user)}
                  >
                    {t('accounts.setRole', { name: nameOf(user.user) ?? user.handle })}
                  </Button>
                )}
              </p>
              {changing === user.user && (
                <ChangeRole
                  user={user.user}
                  roles={user.roles}
                  onDone={() => {
                    setChanging(null);
                    reload();
                  }}
                />
              )}
            </li>
          ))}
        </Rows>
      </Card>
    </Page>
  );
}
