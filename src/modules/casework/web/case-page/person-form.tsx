import type { FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, toldValue, type OpenedCase, type SealedContent } from '#modules/casework/client';
import { Button, Choice, Field, TextArea } from '#platform/web/ui';
import { emptyPerson } from '../shared/empty-records.ts';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import type { FormValues } from '../shared/merge-values.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './person-part.module.css';

interface Typed extends FormValues {
  readonly given: string;
  readonly family: string;
  readonly called: string;
  readonly birth: string;
  readonly gender: string;
  readonly nationality: string;
  readonly languages: string;
  readonly aliens: string;
  readonly needs: string;
}

/** Who the person is. Blank means not asked; "does not want to say" is chosen, never guessed. */
export function PersonForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm<Typed>({
    opened,
    form: 'person',
    of: (current) => recordOf(current, 'person'),
    read: (current) => toFormValues(recordOf(current, 'person')?.content ?? emptyPerson),
  });
  const typed = form.values;
  const set = (name: string) => (event: { readonly target: { readonly value: string } }) =>
    form.set({ [name]: event.target.value });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const saved = await form.submit((session, current, values, id) => {
      const before = recordOf(current, 'person');
      const content = fromFormValues(values, before?.content ?? emptyPerson, today);
      return saveRecord(session, current, { kind: 'person', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  const genderLabel = (value: string): string =>
    ['woman', 'man', 'other'].includes(value) ? t(`casework.gender.${value}`) : t(`casework.notTold.${value}`);
  const labels = Object.fromEntries(
    ['given', 'family', 'called', 'birth', 'gender', 'nationality', 'languages', 'needs'].map((name) => [
      name,
      t(`casework.person.${name}`),
    ]),
  );
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices
        form={form}
        labels={{ ...labels, aliens: t('casework.number.aliens') }}
        show={(field, value) => (field === 'gender' ? genderLabel(String(value)) : String(value))}
      />
      <Field label={t('casework.person.given')} dir="auto" name="given" value={typed.given} onChange={set('given')} />
      <Field
        label={t('casework.person.family')}
        dir="auto"
        name="family"
        value={typed.family}
        onChange={set('family')}
      />
      <Field
        label={t('casework.person.called')}
        dir="auto"
        name="called"
        value={typed.called}
        onChange={set('called')}
      />
      <Field
        label={t('casework.person.birth')}
        hint={t('casework.person.birthHint')}
        inputMode="numeric"
        name="birth"
        value={typed.birth}
        onChange={set('birth')}
      />
      <Choice
        legend={t('casework.person.gender')}
        name="gender"
        inline
        value={typed.gender}
        onChange={(gender) => form.set({ gender })}
        options={['woman', 'man', 'other', 'not-asked', 'does-not-want-to-say'].map((value) => ({
          value,
          label: genderLabel(value),
        }))}
      />
      <Field
        label={t('casework.person.nationality')}
        dir="auto"
        name="nationality"
        value={typed.nationality}
        onChange={set('nationality')}
      />
      <Field
        label={t('casework.person.languages')}
        hint={t('casework.person.languagesHint')}
        name="languages"
        value={typed.languages}
        onChange={set('languages')}
      />
      <Field
        label={t('casework.number.aliens')}
        inputMode="numeric"
        name="aliens"
        value={typed.aliens}
        onChange={set('aliens')}
      />
      <TextArea label={t('casework.person.needs')} name="needs" value={typed.needs} onChange={set('needs')} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={form} onDone={onDone} />
      </div>
    </form>
  );
}

type Person = SealedContent<'person'>;

function toFormValues(person: Person): Typed {
  const [name] = person.names;
  const gender = person.gender;
  return {
    given: name?.given ?? '',
    family: name?.family ?? '',
    called: person.calledName ?? '',
    birth: toldValue(person.birth)?.date ?? '',
    gender: 'told' in gender ? gender.told : gender.notTold,
    nationality: toldValue(person.nationalities)?.join(', ') ?? '',
    languages: person.languages.map(({ language }) => language).join(', '),
    aliens: person.numbers.find(({ kind }) => kind === 'aliens')?.number ?? '',
    needs: toldValue(person.needs) ?? '',
  };
}

function fromFormValues(typed: Typed, before: Person, on: Parameters<typeof toldNow>[1]): Person {
  const clean = (text: string): string => text.normalize('NFC').trim();
  const [, ...otherNames] = before.names;
  const list = (text: string): string[] =>
    clean(text)
      .split(/\s*,\s*/)
      .filter((part) => part !== '');
  const gender = (['woman', 'man', 'other'] as const).find((value) => value === typed.gender);
  const given = clean(typed.given);
  const family = clean(typed.family);
  return {
    ...before,
    names: [
      ...(given || family
        ? [{ given: given || null, family: family || null, script: 'Latn', use: 'legal' as const }]
        : []),
      ...otherNames,
    ],
    calledName: clean(typed.called) || null,
    birth: clean(typed.birth)
      ? toldNow({ date: clean(typed.birth), basis: 'person' as const }, on)
      : { notTold: 'not-asked' },
    gender: gender
      ? toldNow(gender, on)
      : { notTold: typed.gender === 'does-not-want-to-say' ? 'does-not-want-to-say' : 'not-asked' },
    nationalities: list(typed.nationality).length > 0 ? toldNow(list(typed.nationality), on) : { notTold: 'not-asked' },
    languages: list(typed.languages).map(
      (language) =>
        before.languages.find((known) => known.language === language) ?? {
          language,
          level: 'mother-tongue' as const,
          reads: true,
        },
    ),
    numbers: [
      ...before.numbers.filter(({ kind }) => kind !== 'aliens'),
      ...(clean(typed.aliens) ? [{ kind: 'aliens' as const, number: clean(typed.aliens) }] : []),
    ],
    needs: clean(typed.needs) ? toldNow(clean(typed.needs), on) : { notTold: 'not-asked' },
  };
}

function toldNow<Value>(told: Value, on: Extract<Person['birth'], { on: unknown }>['on']) {
  return { told, source: 'person' as const, on };
}
