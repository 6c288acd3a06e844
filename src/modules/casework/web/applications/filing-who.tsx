import type { RecordId, UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import type { Names } from '#kernel/spaces/client';
import { recordsOf, type OpenedCase } from '#modules/casework/client';
import { Field, Select } from '#platform/web/ui';

/** Who handed it in, and on which consent of the person. */
export interface WhoFiled {
  /** A colleague, or somebody by name. */
  readonly by: UserId | string;
  readonly authorisation: RecordId | null;
}

const other = 'other';

/** Chooses who handed it in: somebody of the team, the person, a lawyer of the case, or anybody by name. */
export function FilingWho({
  opened,
  names,
  who,
  onChange,
}: {
  readonly opened: OpenedCase;
  readonly names: Names;
  readonly who: WhoFiled;
  readonly onChange: (who: WhoFiled) => void;
}) {
  const { t, formatDay } = useLanguage();
  const team = opened.members.map(({ user }) => ({ value: user, label: names.get(user) ?? t('casework.noName') }));
  const lawyers = recordsOf(opened, 'party')
    .filter(({ content }) => content.role === 'lawyer')
    .map(({ content }) => ({ value: content.name, label: content.name }));
  const person = t('casework.filing.person');
  const known = [...team, ...lawyers, { value: person, label: person }];
  const isKnown = known.some(({ value }) => value === who.by);
  const consents = recordsOf(opened, 'consent').filter(
    ({ content: { purpose, state } }) => purpose === 'represent' && state.name === 'given',
  );
  return (
    <>
      <Select
        label={t('casework.filing.by')}
        value={isKnown ? who.by : other}
        onChange={({ target: { value } }) =>
          onChange({ ...who, by: value === other ? t('casework.filing.somebody') : value })
        }
        options={[...known, { value: other, label: t('casework.filing.other') }]}
      />
      {!isKnown && (
        <Field
          label={t('casework.filing.byName')}
          dir="auto"
          maxLength={200}
          value={who.by}
          onChange={(event) => onChange({ ...who, by: event.target.value })}
        />
      )}
      <Select
        label={t('casework.filing.authorisation')}
        value={who.authorisation ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ ...who, authorisation: consents.find(({ id }) => id === value)?.id ?? null })
        }
        options={[
          { value: '', label: t('casework.filing.noAuthorisation') },
          ...consents.map(({ id, content: { state, recipient } }) => ({
            value: id,
            label: t('casework.filing.consentOf', {
              day: formatDay(state.on),
              who: recipient.kind === 'named' ? recipient.name : t('casework.filing.us'),
            }),
          })),
        ]}
      />
    </>
  );
}
