import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { doubtsAbout } from '#kernel/spaces/client';
import { useOpenWork } from '#kernel/spaces/web';
import { Stack, StopBlock } from '#platform/web/ui';
import styles from './people.module.css';
import { RevokeKeys } from './revoke-keys.tsx';
import { useNameOf } from './use-name-of.ts';

/** A number that was found different: what it means, what is held back, and the steps that solve it. */
export function DoubtBlock({ user }: { readonly user: UserId }) {
  const { t } = useLanguage();
  const { comparisons, roles, person } = useOpenWork();
  const nameOf = useNameOf();
  const name = nameOf(user);
  const doubts = doubtsAbout(comparisons, user);
  if (doubts.length === 0) return null;
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  return (
    <StopBlock title={t('accounts.compare.doubtTitle', { name })}>
      <Stack>
        <p>{t('accounts.compare.doubtBody', { name })}</p>
        <ol className={styles['steps']}>
          {doubts.map(({ record, by }) => (
            <li key={record}>{t('accounts.compare.doubtAgain', { by: nameOf(by), name })}</li>
          ))}
          <li>{t('accounts.compare.doubtStill', { name })}</li>
          <li>{t('accounts.compare.doubtEnd', { name })}</li>
        </ol>
        {coordinates && user !== person.user && <RevokeKeys user={user} name={name} />}
      </Stack>
    </StopBlock>
  );
}
