import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { signingRoles, signPackOff, type SigningRole } from '#modules/casework/client';
import { Button, Choice, Field, fromTypedDate, Stack, TextArea, toTypedDate } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { tidyText } from '../shared/tidy-text.ts';
import { SignOffRefused } from './sign-off-refused.tsx';
import { useSignOffAct, useSignOffs } from './sign-offs-store.ts';

/** Writing down that a lawyer signed a pack off, or signing it off as coordinator. */
export function SignOffForm({
  pack,
  hash,
  onDone,
}: {
  readonly pack: Pack;
  readonly hash: string;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { content: signOffs } = useSignOffs();
  const act = useSignOffAct();
  const [role, setRole] = useState<SigningRole>('lawyer');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState(() => toTypedDate(today));
  const [remark, setRemark] = useState('');
  const [tried, setTried] = useState(false);
  const on = parseCivilDate(fromTypedDate(typed));
  const isLawyer = role === 'lawyer';
  const nameMissing = isLawyer && name.trim() === '';
  const dayWrong = on === null ? t('casework.noSuchDay') : on > today ? t('casework.refusal.DayInFuture') : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (nameMissing || on === null || dayWrong !== undefined || !signOffs) return;
    const { id, version } = pack;
    const content = {
      pack: id,
      version,
      hash,
      role,
      name: isLawyer ? tidyText(name) : '',
      on,
      remark: tidyText(remark),
    };
    if (await act.run((session) => signPackOff(session, signOffs, content))) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <p>{t('casework.signOff.about', { version: pack.version })}</p>
        <SignOffRefused refusal={act.refusal} />
        <Choice
          legend={t('casework.signOff.who')}
          name="sign-off-role"
          value={role}
          options={signingRoles.map((value) => ({ value, label: t(`casework.signOff.who.${value}`) }))}
          onChange={(value) => setRole(value === 'coordinator' ? 'coordinator' : 'lawyer')}
        />
        {isLawyer && (
          <Field
            label={t('casework.signOff.name')}
            value={name}
            dir="auto"
            maxLength={200}
            error={tried && nameMissing ? t('casework.signOff.nameMissing') : undefined}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        <DayField
          legend={t('casework.signOff.day')}
          value={typed}
          error={tried ? dayWrong : undefined}
          onChange={setTyped}
        />
        <TextArea
          label={t('casework.signOff.remarks')}
          rows={3}
          maxLength={2000}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
        <div>
          <Button kind="main" type="submit" busy={act.busy ? t('casework.saving') : false}>
            {t('casework.signOff.save', { version: pack.version })}
          </Button>{' '}
          <Button kind="quiet" onClick={onDone}>
            {t('casework.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
