import { useState, type FormEvent } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addToCase, partyRoles, saveRecord, type OpenedCase, type Party } from '#modules/casework/client';
import { Check, Field, Notice, Select, TextArea } from '#platform/web/ui';
import { FormButtons } from '../shared/form-buttons.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { ToldYesNo } from '../shared/told-words.tsx';
import { cleanText, textOrNull } from '../shared/typed-text.ts';
import { notAskedYet, toldYesNo, toTypedTold } from '../shared/typed-told.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from '../shared/form.module.css';

const reaches = ['phone', 'mail', 'address', 'other'] as const;

/** Somebody around the person. What is reached how is one line per way; an emptied line is taken out. */
export function PartyForm({
  opened,
  before,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly before: { readonly id: RecordId; readonly content: Party } | null;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const start = before?.content;
  const [role, setRole] = useState<Party['role']>(start?.role ?? 'lawyer');
  const [name, setName] = useState(start?.name ?? '');
  const [organisation, setOrganisation] = useState(start?.organisation ?? '');
  const [ways, setWays] = useState(() =>
    reaches.map((kind) => ({ kind, reach: start?.contacts.find((one) => one.kind === kind)?.reach ?? '' })),
  );
  const [safe, setSafe] = useState(start ? toTypedTold(start.safe) : notAskedYet);
  const [knowsOfUs, setKnowsOfUs] = useState(start?.knowsOfUs ?? false);
  const [mayHear, setMayHear] = useState(start?.mayHear ?? '');
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(cleanText(name) === '');
    if (cleanText(name) === '') return;
    const first = (kind: string) => start?.contacts.find((one) => one.kind === kind);
    const content: Party = {
      role,
      name: cleanText(name),
      organisation: textOrNull(organisation),
      contacts: [
        ...ways.flatMap(({ kind, reach }) => (cleanText(reach) ? [{ kind, reach: cleanText(reach) }] : [])),
        // Further ways of one kind are kept as they are.
        ...(start?.contacts.filter((one) => one !== first(one.kind)) ?? []),
      ],
      safe: toldYesNo(safe, today),
      knowsOfUs,
      mayHear: cleanText(mayHear),
    };
    const saved = await act.run((session) =>
      before
        ? saveRecord(session, opened, { id: before.id, kind: 'party', content })
        : addToCase(session, opened, { puts: [{ kind: 'party', content }] }),
    );
    if (saved) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <Select
        label={t('casework.party.role')}
        value={role}
        onChange={(event) => setRole(partyRoles.find((one) => one === event.target.value) ?? 'other')}
        options={partyRoles.map((value) => ({ value, label: t(`casework.partyRole.${value}`) }))}
      />
      <Field
        label={t('casework.party.name')}
        dir="auto"
        error={wrong ? t('casework.party.nameNeeded') : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={`${t('casework.party.organisation')} (${t('casework.optional')})`}
        dir="auto"
        value={organisation}
        onChange={(event) => setOrganisation(event.target.value)}
      />
      {ways.map(({ kind, reach }) => (
        <Field
          key={kind}
          label={`${t(`casework.partyContact.${kind}`)} (${t('casework.optional')})`}
          dir="auto"
          value={reach}
          onChange={(event) =>
            setWays(ways.map((way) => (way.kind === kind ? { kind, reach: event.target.value } : way)))
          }
        />
      ))}
      <ToldYesNo name="party-safe" label={t('casework.party.safe')} value={safe} onChange={setSafe} />
      <Check label={t('casework.party.knows')} checked={knowsOfUs} onChange={setKnowsOfUs} />
      <TextArea
        label={t('casework.party.mayHear')}
        rows={2}
        value={mayHear}
        onChange={(event) => setMayHear(event.target.value)}
      />
      <FormButtons act={act} onCancel={onDone} />
    </form>
  );
}
