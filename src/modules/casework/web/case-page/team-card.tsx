import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { type OpenedCase } from '#modules/casework/client';
import { Card, PersonChip, Rows } from '#platform/web/ui';
import styles from './next-date.module.css';

/** Who can open this case, from the verified log. */
export function TeamCard({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  return (
    <Card
      title={t('casework.team.title')}
      beside={
        <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'access' }}>
          {t('casework.team.manage')}
        </Link>
      }
    >
      <Rows>
        {opened.members.map(({ user, relation }) => (
          <li key={user}>
            <div className={styles['head']}>
              <PersonChip name={names.get(user) ?? null} nobody={t('casework.noName')} />
              <span className={styles['muted']}>{t(`casework.relation.${relation}`)}</span>
            </div>
          </li>
        ))}
      </Rows>
      <p className={styles['muted']}>{t('casework.team.keys', { count: opened.members.length })}</p>
    </Card>
  );
}
