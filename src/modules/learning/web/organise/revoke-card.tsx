import { useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useStepUp, useWork } from '#kernel/spaces/web';
import { Button, Card, Choice, Field, Notice, Stack, TakesFocus } from '#platform/web/ui';
import { certificateRoutes } from '../../contract/certificate-routes.ts';
import { revocationReasons } from '../../model/open/count/revocation.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import styles from './organise.module.css';

type Found = NonNullable<RouteOutput<typeof certificateRoutes.lookUpCertificate>['found']>;
/** A paper that was looked up, by the hash of its code. */
type LookedUp = Found & { readonly code: string };

/** Ends a certificate by the code on it: what it is, why, and once more who does so. The code itself leaves this browser never. */
export function RevokeCard() {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<LookedUp | null>(null);
  const [done, setDone] = useState(false);
  const { busy, refused, lookUp, clear } = useLookUp(setFound);
  return (
    <Card title={t('learning.revoke.title')}>
      <Stack>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            setDone(false);
            void lookUp(typed);
          }}
        >
          <Field
            label={t('learning.checking.code')}
            hint={t('learning.revoke.lead')}
            error={refused}
            value={typed}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              clear();
              setFound(null);
              setTyped(event.target.value);
            }}
          />
          <p>
            <Button type="submit" busy={busy && t('learning.checking.busy')}>
              {t('learning.revoke.lookUp')}
            </Button>
          </p>
        </form>
        {found && (
          <FoundPaper
            key={found.code}
            found={found}
            onDone={() => {
              setFound(null);
              setTyped('');
              setDone(true);
            }}
          />
        )}
        {done && <Notice>{t('learning.revoke.done')}</Notice>}
      </Stack>
    </Card>
  );
}

function FoundPaper({ found, onDone }: { readonly found: LookedUp; readonly onDone: () => void }) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const stepUp = useStepUp();
  const [reason, setReason] = useState<string | null>(null);
  const { busy, refused, setRefused, run } = useChange(onDone);
  const { code, organisation, revoked, paper } = found;
  const { title, version, doneOn, issuedOn } = paper;
  const said = { organisation, title, version, day: formatDay(doneOn), issued: formatDay(issuedOn) };
  const revoke = (): void => {
    const why = revocationReasons.find((one) => one === reason);
    if (why === undefined) return setRefused('ChoiceMissing');
    stepUp.with(() => run(() => work.api.call(certificateRoutes.revokeCertificate, { input: { code, reason: why } })));
  };
  return (
    <TakesFocus label={t('learning.revoke.found')}>
      <Stack>
        <p>{t('learning.revoke.says', said)}</p>
        {revoked !== null ? (
          <RevokedSince {...revoked} />
        ) : (
          <>
            <Choice
              legend={t('learning.revoke.why')}
              hint={t('learning.revoke.whyHint')}
              name="revocation"
              options={revocationReasons.map((value) => ({
                value,
                label: t(`learning.revocation.${value}`),
                hint: value === 'somebody-else-learned' && t('learning.revoke.wholeRun'),
              }))}
              value={reason}
              onChange={setReason}
            />
            {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
            <p>
              <Button kind="danger" busy={busy && t('learning.organise.saving')} onClick={revoke}>
                {t('learning.revoke.now')}
              </Button>
            </p>
          </>
        )}
      </Stack>
      <StepUp {...stepUp} what={t('learning.revoke.stepUp')} />
    </TakesFocus>
  );
}

function RevokedSince({ reason, on }: NonNullable<Found['revoked']>) {
  const { t, formatDay } = useLanguage();
  return (
    <Notice tone="late">
      {t('learning.checking.revoked', { day: formatDay(on) })}{' '}
      {t('learning.checking.why', { reason: t(`learning.revocation.${reason}`) })}
    </Notice>
  );
}

function useLookUp(onFound: (found: LookedUp) => void) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const lookUp = async (typed: string): Promise<void> => {
    setBusy(true);
    // Whoever never revokes anything need not fetch what reads codes.
    const { hashText, readPaperCode } = await import('#platform/crypto');
    const read = readPaperCode(typed);
    const code = read && (await hashText(read));
    const answer = code && (await work.api.call(certificateRoutes.lookUpCertificate, { input: { code } }));
    setBusy(false);
    if (!code || !answer) return setRefused(refusalMessage(t, 'CodeUnreadable'));
    if (!answer.ok) return setRefused(refusalMessage(t, answer.refusal.type));
    if (answer.value.found === null) return setRefused(t('learning.checking.unknown'));
    setRefused(null);
    onFound({ ...answer.value.found, code });
  };
  return { busy, refused, lookUp, clear: () => setRefused(null) };
}
