import { dayInAmsterdam } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { Notice } from '#platform/web/ui';

/** What may still be written while the work rests, and what was written although it might not be. */
export function RestNotices({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatDay } = useLanguage();
  const { state, keepUntil } = opened.open;
  return (
    <>
      {state.name === 'closed' && (
        <Notice>
          <p>{t('casework.rest.closed', { day: formatDay(keepUntil) })}</p>
        </Notice>
      )}
      {state.name === 'aftercare' && (
        <Notice>
          <p>{t('casework.rest.aftercare', { day: formatDay(state.until) })}</p>
        </Notice>
      )}
      {opened.againstRest.length > 0 && <AgainstRest opened={opened} />}
    </>
  );
}

/** Shown with who and when: it is a colleague's own signature, and they can say why. */
function AgainstRest({ opened: { againstRest } }: { readonly opened: OpenedCase }) {
  const { t, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const nameOf = (author: string): string => [...names].find(([user]) => user === author)?.[1] ?? t('casework.noName');
  return (
    <Notice tone="late">
      <p>{t('casework.rest.against', { count: againstRest.length })}</p>
      {againstRest.map(({ id, author, time, state, type, kind }) => (
        <p key={id}>
          <bdi>{nameOf(author)}</bdi>, {formatDay(dayInAmsterdam(new Date(time)))}, {t(`casework.state.${state}`)}{' '}
          <code>{kind ?? type}</code>
        </p>
      ))}
    </Notice>
  );
}
