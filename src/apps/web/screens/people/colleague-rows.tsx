import { Link } from '@tanstack/react-router';
import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, PersonChip, Rows } from '#platform/web/ui';
import styles from './people.module.css';
import { StandingMark } from './standing-mark.tsx';
import { useNameOf } from './use-name-of.ts';

/** Colleagues as the signed list has them, for whoever does not look after accounts. */
export function ColleagueRows() {
  const { t } = useLanguage();
  const { session, names, person } = useOpenWork();
  const colleagues = [...session.directory.people.values()]
    .filter(({ user, status }) => user !== person.user && status === 'active')
    .toSorted((left, right) => (names.get(left.user) ?? '').localeCompare(names.get(right.user) ?? ''));
  return (
    <Card title={t('accounts.people')} beside={colleagues.length}>
      <Rows>
        {colleagues.map(({ user, roles }) => (
          <li key={user}>
            <p className={styles['row']}>
              <PersonChip name={names.get(user) ?? null} nobody={t('accounts.peopleNone')} />{' '}
              <small>{roles.map(({ role }) => t(`accounts.role.${role}`)).join(', ')}</small>{' '}
              <StandingMark user={user} />
            </p>
            <p className={styles['acts']}>
              <CompareLink user={user} />
            </p>
          </li>
        ))}
      </Rows>
    </Card>
  );
}

/** The way to the page where one compares with a colleague. */
export function CompareLink({ user }: { readonly user: UserId }) {
  const { t } = useLanguage();
  const name = useNameOf()(user);
  return (
    <Link to="/people/$user" params={{ user }}>
      {t('accounts.compare.link', { name })}
    </Link>
  );
}
