import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp, useWork } from '#kernel/spaces/web';
import { Button, Card, Notice, Rows, Stack } from '#platform/web/ui';
import { teachingRoutes } from '../../contract/teaching-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import styles from '../training/training.module.css';
import { useChange } from '../training/use-change.ts';
import { usePartName } from '../training/use-part-name.ts';
import { LicenceLacks, LicenceMark } from './licence-mark.tsx';
import { useOwnTeaching, type OwnTeaching } from './use-teaching.ts';

/** One's own licences, as soon as one is on the way to one, and for whom one may sign. */
export function OwnTeaching() {
  const { t } = useLanguage();
  const { found, reload } = useOwnTeaching();
  const nameOf = usePartName();
  // Whoever never taught and was at no day for trainers is not on the way.
  const shown = (found?.licences ?? []).filter(
    ({ licence }) => licence.state !== 'missing' || !licence.lacking.training,
  );
  if (found === null || shown.length === 0) return null;
  return (
    <>
      {shown.map(({ course, licence }) => (
        <Card
          key={course}
          title={t('learning.licence.toTeach', { course: nameOf({ course, name: null }) })}
          beside={<LicenceMark licence={licence} />}
        >
          <Stack>
            <LicenceLacks licence={licence} />
            <p className={styles['small']}>{t('learning.licence.what')}</p>
          </Stack>
        </Card>
      ))}
      {found.toSign.length > 0 && <ToSign toSign={found.toSign} onChanged={reload} />}
      {found.signed.length > 0 && <Signed signed={found.signed} onChanged={reload} />}
    </>
  );
}

function ToSign({ toSign, onChanged }: { readonly toSign: OwnTeaching['toSign']; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  return (
    <Card title={t('learning.licence.toSign')} beside={toSign.length}>
      <Stack>
        <p className={styles['small']}>{t('learning.licence.toSignLead')}</p>
        <Rows>
          {toSign.map((one) => (
            <SignRow key={`${one.gathering} ${one.user}`} one={one} onChanged={onChanged} />
          ))}
        </Rows>
      </Stack>
    </Card>
  );
}

/** What one signed and may still take back. */
function Signed({ signed, onChanged }: { readonly signed: OwnTeaching['signed']; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  return (
    <Card title={t('learning.licence.signed')}>
      <Stack>
        <p className={styles['small']}>{t('learning.licence.signedLead')}</p>
        <Rows>
          {signed.map((one) => (
            <SignRow key={`${one.gathering} ${one.user}`} one={one} isSigned onChanged={onChanged} />
          ))}
        </Rows>
      </Stack>
    </Card>
  );
}

function SignRow({
  one,
  isSigned = false,
  onChanged,
}: {
  readonly one: OwnTeaching['toSign'][number];
  readonly isSigned?: boolean;
  readonly onChanged: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const { names } = useOpenWork();
  const stepUp = useStepUp();
  const { busy, refused, run } = useChange(onChanged);
  const name = names.get(one.user) ?? t('learning.training.somebody');
  const params = { gathering: one.gathering, user: one.user };
  const change = (): void =>
    stepUp.with(() =>
      run(() =>
        isSigned
          ? work.api.call(teachingRoutes.takeBackSignature, { params })
          : work.api.call(teachingRoutes.signCoTaught, { params, input: {} }),
      ),
    );
  return (
    <li>
      <div className={styles['part']}>
        <span>
          <bdi>{name}</bdi>
          <br />
          <span className={styles['small']}>
            <bdi>{one.title}</bdi>, {formatDay(one.on)}
          </span>
        </span>
        <Button busy={busy && t('learning.organise.saving')} onClick={change}>
          {t(isSigned ? 'learning.licence.takeBack' : 'learning.licence.sign')}
          <span className="visually-hidden">
            : {name}, {formatDay(one.on)}
          </span>
        </Button>
      </div>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <StepUp
        {...stepUp}
        what={t(isSigned ? 'learning.licence.takeBackStepUp' : 'learning.licence.signStepUp', { name })}
      />
    </li>
  );
}
