import { useState } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp, useWork } from '#kernel/spaces/web';
import { Button, Card, Check, EmptyState, Field, Notice, Rows, Select } from '#platform/web/ui';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { signOffRoles, type ReviewFile } from '../../model/open/source/course-source.ts';
import { refusalMessage } from '../refusal-message.ts';
import { languageName } from './language-name.ts';
import { useSitting, type Sitting } from './sitting.ts';
import styles from './edit.module.css';

type Signature = ReviewFile['signed'][number];

/** Who has read which language of this version, by role: what that states, what it does not, and how it is written down. */
export function SignaturesCard() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { draft } = useSitting();
  const { course, review } = draft.source;
  const signed = review.signed.filter(({ version }) => version === course.version);
  const older = review.signed.length - signed.length;
  const maySign = roles.includes('coordinator');
  return (
    <Card title={t('learning.edit.signatures', { version: course.version })} beside={signed.length}>
      <div className={styles['form']}>
        <p>{t('learning.edit.signaturesLead')}</p>
        <p>{t('learning.edit.signaturesNot')}</p>
        {signed.length === 0 && <EmptyState>{t('learning.edit.unsigned')}</EmptyState>}
        <Rows>
          {signed.map((one) => (
            <SignatureRow key={`${one.language}-${one.role}`} one={one} maySign={maySign} />
          ))}
        </Rows>
        {older > 0 && <p className={styles['small']}>{t('learning.edit.signedBefore', { count: older })}</p>}
        {maySign ? <SignForm /> : <p>{t('learning.edit.signedByCoordinators')}</p>}
      </div>
    </Card>
  );
}

/** Does something about signatures, and shows the draft as it is kept then. */
function useSigning() {
  const { alone, takeTheirs } = useSitting();
  const stepUp = useStepUp();
  const [refused, setRefused] = useState<string | null>(null);
  const sign = (act: Parameters<Sitting['alone']>[0], then: () => void = () => undefined): void =>
    stepUp.with(async () => {
      const told = await alone(act);
      setRefused(told);
      if (told !== null) return;
      then();
      await takeTheirs();
    });
  return { stepUp, refused, setRefused, sign };
}

function SignatureRow({ one, maySign }: { readonly one: Signature; readonly maySign: boolean }) {
  const { t, language } = useLanguage();
  const { id } = useSitting();
  const { work } = useWork();
  const { stepUp, refused, sign } = useSigning();
  const named = `${t(`learning.draft.${one.role}`)}, ${languageName(one.language, language)}`;
  const takeBack = (): void =>
    sign((version) =>
      work.api.call(draftRoutes.unsignDraft, {
        params: { draft: id, language: one.language, role: one.role },
        query: { version },
      }),
    );
  return (
    <li className={styles['block']}>
      <p>
        {named}: {one.waiting === true ? t('learning.edit.waitedFor') : <SignedOn date={one.date} />}
      </p>
      <p className={styles['small']}>
        <bdi>{one.remark}</bdi>
      </p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {maySign && (
        <p>
          <Button kind="link" onClick={takeBack}>
            {t('learning.edit.unsign')}
            <span className="visually-hidden">: {named}</span>
          </Button>
        </p>
      )}
      <StepUp {...stepUp} what={t('learning.edit.unsignStepUp', { named })} />
    </li>
  );
}

function SignedOn({ date }: { readonly date: string }) {
  const { formatDay } = useLanguage();
  const day = parseCivilDate(date);
  return day === null ? date : formatDay(day);
}

function SignForm() {
  const { t, language } = useLanguage();
  const { id, draft } = useSitting();
  const { work } = useWork();
  const { source, others } = draft.source.course.languages;
  const { stepUp, refused, setRefused, sign } = useSigning();
  const [of, setOf] = useState<string>(source);
  const [role, setRole] = useState<Signature['role']>('language');
  const [remark, setRemark] = useState('');
  const [waits, setWaits] = useState(false);
  const waiting = waits && role === 'survivors';
  const submit = (): void => {
    if (remark.trim() === '') return setRefused('RemarkWanted');
    const said = { language: of, role, remark: remark.trim(), waiting };
    return sign(
      (version) => work.api.call(draftRoutes.signDraft, { params: { draft: id }, input: { version, ...said } }),
      () => setRemark(''),
    );
  };
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={t('learning.edit.signLanguage')}
          options={[source, ...others].map((value) => ({ value, label: languageName(value, language) }))}
          value={of}
          onChange={({ target }) => setOf(target.value)}
        />
        <Select
          label={t('learning.edit.signRole')}
          options={signOffRoles.map((value) => ({ value, label: t(`learning.draft.${value}`) }))}
          value={role}
          onChange={({ target }) => setRole(signOffRoles.find((one) => one === target.value) ?? 'language')}
        />
        {role === 'survivors' && <Check label={t('learning.edit.signWaiting')} checked={waits} onChange={setWaits} />}
        <Field
          label={t(waiting ? 'learning.edit.signWhyNot' : 'learning.edit.signRemark')}
          hint={t('learning.edit.signRemarkHint')}
          value={remark}
          maxLength={400}
          onChange={({ target }) => setRemark(target.value)}
        />
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button type="submit">{t('learning.edit.sign')}</Button>
        </p>
      </form>
      <StepUp {...stepUp} what={t('learning.edit.signStepUp')} />
    </>
  );
}
