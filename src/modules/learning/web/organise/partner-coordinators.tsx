import { useCallback, useState } from 'react';
import { createId, type RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useStepUp, useWork } from '#kernel/spaces/web';
import { Button, Field, Notice, QrPicture, Skeleton } from '#platform/web/ui';
import { partnerRoutes } from '../../contract/partner-routes.ts';
import { partnerPath } from '../../model/open/people/partner-path.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import type { ListedOrganisation } from './listed-organisation.ts';
import styles from './organise.module.css';

type Coordinator = RouteOutput<typeof partnerRoutes.listPartnerCoordinators>['coordinators'][number];
type Link = RouteOutput<typeof partnerRoutes.appointPartnerCoordinator>;

/** Who looks after the people of a partner, without an account here: let somebody in, give another link, let in no more. */
export function PartnerCoordinators({ organisation }: { readonly organisation: ListedOrganisation }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const stepUp = useStepUp();
  const { id } = organisation;
  const params = { organisation: id };
  const { found, refused, reload } = useLoaded(
    useCallback(
      () => work.api.call(partnerRoutes.listPartnerCoordinators, { params: { organisation: id } }),
      [work, id],
    ),
  );
  const [link, setLink] = useState<Link | null>(null);
  const [label, setLabel] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  type Answer =
    | { readonly ok: true; readonly value: Link | undefined }
    | { readonly ok: false; readonly refusal: { readonly type: string } };
  const change = async (act: () => Promise<Answer>): Promise<void> => {
    const answer = await act();
    setWhy(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    setLink(answer.value ?? null);
    setLabel('');
    reload();
  };
  const appoint = (): void => {
    if (label.trim() === '') return setWhy('CoordinatorMissing');
    // Drawn right here; the row gives it its brand.
    const input = { id: createId<never>(work.parts.randomBytes), label: label.trim() };
    stepUp.with(() => change(() => work.api.call(partnerRoutes.appointPartnerCoordinator, { params, input })));
  };
  const renew = (coordinator: Coordinator['id']): void =>
    stepUp.with(() => change(() => work.api.call(partnerRoutes.renewPartnerLink, { params: { coordinator } })));
  const end = (coordinator: Coordinator['id']): void =>
    void change(() => work.api.call(partnerRoutes.endPartnerCoordinator, { params: { coordinator } }));
  const told = why ?? refused;
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          appoint();
        }}
      >
        <p>{t('learning.coordinators.lead')}</p>
        {found === null && refused === null && <Skeleton label={t('learning.organise.loading')} />}
        {found !== null && found.coordinators.length > 0 && (
          <ul className={styles['plain']}>
            {found.coordinators.map((one) => (
              <CoordinatorRow key={one.id} one={one} onRenew={() => renew(one.id)} onEnd={() => end(one.id)} />
            ))}
          </ul>
        )}
        {link && <NewLink link={link} />}
        <Field
          label={t('learning.coordinators.label')}
          hint={t('learning.coordinators.labelHint')}
          value={label}
          maxLength={60}
          dir="auto"
          onChange={(event) => {
            setWhy(null);
            setLabel(event.target.value);
          }}
        />
        {told !== null && <Notice tone="late">{refusalMessage(t, told)}</Notice>}
        <p>
          <Button type="submit">{t('learning.coordinators.appoint')}</Button>
        </p>
      </form>
      <StepUp {...stepUp} what={t('learning.coordinators.stepUp', { organisation: organisation.name })} />
    </>
  );
}

function CoordinatorRow({
  one: { label, browsers, linkUntil },
  onRenew,
  onEnd,
}: {
  readonly one: Coordinator;
  readonly onRenew: () => void;
  readonly onEnd: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <li className={styles['row']}>
      <span>
        <bdi>{label}</bdi>{' '}
        <span className={styles['small']}>
          {t('learning.coordinators.browsers', { count: browsers })}{' '}
          {linkUntil !== null && t('learning.coordinators.linkUntil', { day: formatDay(linkUntil) })}
        </span>
      </span>
      <span>
        {asking ? (
          <>
            <Button kind="danger" onClick={onEnd}>
              {t('learning.coordinators.endYes', { label })}
            </Button>{' '}
            <Button onClick={() => setAsking(false)}>{t('learning.training.leave')}</Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onClick={onRenew}>
              {t('learning.coordinators.renew', { label })}
            </Button>{' '}
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {t('learning.coordinators.end', { label })}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

/** The link, shown this once. */
function NewLink({ link: { secret, until } }: { readonly link: Link }) {
  const { t, formatDay } = useLanguage();
  // Behind the `#`, which browsers send to nobody.
  const address = `${location.origin}${partnerPath}#desk=${secret}`;
  return (
    <Notice>
      <p className={styles['link']}>{address}</p>
      <QrPicture text={address} name={t('learning.coordinators.picture')} width={200} />
      <p>{t('learning.coordinators.once', { day: formatDay(until) })}</p>
    </Notice>
  );
}
