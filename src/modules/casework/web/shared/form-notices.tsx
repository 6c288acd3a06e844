import { useId } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Notice, Stack } from '#platform/web/ui';
import type { CaseForm, FormConflict } from './case-form.ts';
import styles from './form-notices.module.css';
import type { FormValue, FormValues } from './merge-values.ts';
import { caseRefusalMessage } from './refusal-message.ts';
import { longestText } from './tidy-text.ts';

const notSaved: ReadonlySet<string> = new Set([
  'Unreachable',
  'AnswerInvalid',
  'Interrupted',
  'Defect',
  'Failed',
  'StorageFull',
  'SpaceFull',
]);

/** What a form says above its fields: what is back, what could not be saved, what somebody else changed too. */
export function FormNotices<Values extends FormValues>({
  form,
  labels = {},
  show,
}: {
  readonly form: CaseForm<Values>;
  /** The label of each field that can be in conflict. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A value as people read it; the text itself when absent. */
  readonly show?: (field: string, value: FormValue) => string;
}) {
  const { t, formatNumber } = useLanguage();
  const kept = t(form.sealed ? 'casework.typed.keptSealed' : 'casework.typed.keptHere');
  return (
    <>
      {form.restored && <RestoredNotice onDiscard={form.discard} />}
      {form.refusal && (
        <Notice tone="late">
          {notSaved.has(form.refusal.type) ? (
            <p>
              {t('casework.typed.notSaved')} {reasonOf(form.refusal.type, t)} {kept} {t('casework.typed.tryAgain')}
            </p>
          ) : (
            caseRefusalMessage(t, form.refusal)
          )}
        </Notice>
      )}
      {form.tooLong.map(({ field, length }) => (
        <Notice key={field} tone="soon">
          {t('casework.typed.tooLong', {
            length: formatNumber(length),
            longest: formatNumber(longestText),
            over: formatNumber(length - longestText),
          })}
        </Notice>
      ))}
      {form.conflicts.map((conflict) => (
        <ConflictNotice
          key={conflict.field}
          conflict={conflict}
          label={labels[conflict.field] ?? ''}
          mine={sayValue(form.values[conflict.field], conflict.field)}
          theirs={sayValue(conflict.theirs, conflict.field)}
          choose={(whose) => form.choose(conflict, whose)}
        />
      ))}
    </>
  );

  function sayValue(value: FormValue | undefined, field: string): string {
    if (show && value !== undefined) return show(field, value);
    if (typeof value === 'boolean') return t(value ? 'casework.yes' : 'casework.no');
    return value ?? '';
  }
}

/** Says that unfinished text is back, and throws it away on demand. */
export function RestoredNotice({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useLanguage();
  return (
    <Notice>
      <Stack>
        <p>{t('casework.typed.restored')}</p>
        <div>
          <Button kind="quiet" onClick={onDiscard}>
            {t('casework.typed.discard')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}

/** Gives up what was typed, and closes the form. */
export function CancelButton({
  form,
  onDone,
}: {
  readonly form: { readonly discard: () => void };
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const cancel = (): void => {
    form.discard();
    onDone();
  };
  return <Button onClick={cancel}>{t('casework.cancel')}</Button>;
}

function reasonOf(type: string, t: ReturnType<typeof useLanguage>['t']): string {
  if (type === 'Unreachable') return t('casework.typed.noConnection');
  if (type === 'StorageFull' || type === 'SpaceFull') return t('casework.typed.storageFull');
  return t(type === 'Failed' ? 'casework.typed.wentWrong' : 'casework.typed.serverTrouble');
}

function ConflictNotice({
  conflict,
  label,
  mine,
  theirs,
  choose,
}: {
  readonly conflict: FormConflict;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly choose: (whose: 'mine' | 'theirs') => void;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const heading = useId();
  const at = new Date(conflict.time).toLocaleTimeString(t.language === 'nl' ? 'nl-NL' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  });
  const name = names.get(conflict.by) ?? t('casework.noName');
  return (
    <Notice tone="soon">
      <section aria-labelledby={heading}>
        <p id={heading}>
          <strong>{label}:</strong> {t('casework.typed.conflict', { name, time: at })}
        </p>
        <div className={styles['sides']}>
          {(['theirs', 'mine'] as const).map((whose) => (
            <div key={whose} className={styles['side']}>
              <p className={styles['whose']}>{whose === 'mine' ? t('casework.typed.mine') : name}</p>
              <p dir="auto" className={styles['value']}>
                {(whose === 'mine' ? mine : theirs) || t('casework.typed.blank')}
              </p>
              <Button onClick={() => choose(whose)}>
                {whose === 'mine' ? t('casework.typed.keepMine') : t('casework.typed.takeTheirs', { name })}
                <span className="visually-hidden"> ({label})</span>
              </Button>
            </div>
          ))}
        </div>
      </section>
    </Notice>
  );
}
