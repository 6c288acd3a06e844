import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { dayInAmsterdam, isId, type UserId } from '#platform/base';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { doubtsAbout, standingOf, type ShownNumber } from '#kernel/spaces/client';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Breadcrumbs, Card, Lit, Notice, Page, Skeleton, Stack } from '#platform/web/ui';
import { NotHere } from '../shell/not-here.tsx';
import { CompareForm } from './people/compare-form.tsx';
import { DoubtBlock } from './people/doubt-block.tsx';
import { SafetyNumber } from './people/safety-number.tsx';
import { StandingMark } from './people/standing-mark.tsx';
import { StatementList } from './people/statement-list.tsx';
import { useNameOf } from './people/use-name-of.ts';

/** One colleague: the safety number to compare with them, and what everybody found. */
export function ColleagueScreen() {
  const { user } = useParams({ strict: false });
  const { session } = useOpenWork();
  // The form of an id was just seen; whether it is somebody's the directory tells.
  const id = user !== undefined && isId(user) ? (user as string as UserId) : null;
  const known = id === null ? undefined : session.directory.people.get(id);
  return known ? <Colleague key={known.user} user={known.user} /> : <NotHere />;
}

function Colleague({ user }: { readonly user: UserId }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { session, comparisons, person } = useOpenWork();
  const name = useNameOf()(user);
  // What others found may be newer than this tab; the marks on this page should not be older than the page.
  useEffect(() => void work.readColleagues(), [work]);
  const roles = session.directory.people.get(user)?.roles ?? [];
  const usable = comparisons.colleagues.keysOf(user) !== null;
  return (
    <Page
      title={name}
      marks={<StandingMark user={user} />}
      lead={roles.map(({ role }) => t(`accounts.role.${role}`)).join(', ')}
      crumbs={
        <Breadcrumbs
          label={t('accounts.compare.where')}
          parts={[
            <Link key="people" to="/people">
              {t('accounts.people')}
            </Link>,
            <bdi key="name">{name}</bdi>,
          ]}
        />
      }
    >
      <DoubtBlock user={user} />
      {!usable && <Notice>{t('accounts.compare.revoked', { name })}</Notice>}
      {user === person.user && <Notice>{t('accounts.compare.oneself')}</Notice>}
      {usable && user !== person.user && <NumberCard user={user} name={name} />}
      <StatementList user={user} />
    </Page>
  );
}

function NumberCard({ user, name }: { readonly user: UserId; readonly name: string }) {
  const { t, formatDay } = useLanguage();
  const { session, comparisons, person } = useOpenWork();
  const [shown, setShown] = useState<ShownNumber | null>(null);
  const [signed, setSigned] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  useEffect(() => {
    let left = false;
    void import('#kernel/spaces/client')
      .then(({ showSafetyNumber }) => showSafetyNumber(session, user))
      .then((answer) => {
        if (left) return;
        setShown(answer.ok ? answer.value : null);
        setRefusal(answer.ok ? null : answer.refusal);
      });
    return () => {
      left = true;
    };
  }, [session, user]);
  const standing = standingOf(comparisons, person.user, user);
  // What to do now: unless it is done, or something worse stands above.
  const next = standing.is !== 'same' && doubtsAbout(comparisons, user).length === 0;
  const Block = next ? Lit : Card;
  return (
    <Block title={t('accounts.compare.title', { name })}>
      <Stack>
        {standing.is === 'void' && (
          <Notice tone="late">
            {t('accounts.compare.voidBody', {
              name,
              day: formatDay(dayInAmsterdam(new Date(standing.statement.time))),
            })}
          </Notice>
        )}
        <p>{t('accounts.compare.why', { name })}</p>
        <p>{t('accounts.compare.how', { name })}</p>
        <RefusalNote refusal={refusal} />
        {shown === null && refusal === null && <Skeleton label={t('accounts.compare.making')} lines={4} />}
        {shown && <SafetyNumber digits={shown.digits} />}
        {signed && <Notice>{t('accounts.compare.signed')}</Notice>}
        {shown && <CompareForm key={shown.digits} shown={shown} name={name} onSigned={() => setSigned(true)} />}
      </Stack>
    </Block>
  );
}
