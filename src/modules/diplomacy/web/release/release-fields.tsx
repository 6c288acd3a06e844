import {
  floorOfPopulation,
  floors,
  foldName,
  lowestFloor,
  type LedgerEntry,
  type TableParts,
} from '#kernel/disclosure';
import { knownEntries, type OpenedLedger } from '#kernel/disclosure/client';
import { useLanguage } from '#kernel/languages/web';
import { Checks, Choice, Field, Select, Stack } from '#platform/web/ui';
import { knownWords } from '../../model/open/ledger/known-words.ts';
import type { ReleaseField, TypedRelease } from '../../model/open/ledger/read-release.ts';
import styles from '../ledger/ledger.module.css';
import { PopulationField } from '../ledger/population-field.tsx';

const partNames = ['cells', 'rowTotals', 'columnTotals'] as const;

/** Who is counted, by what the table divides them, which numbers are told, and where it appears. */
export function ReleaseFields({
  form,
  ledger,
  typed,
  isList,
  parts,
  wrong,
  onType,
  onParts,
}: {
  readonly form: string;
  readonly ledger: OpenedLedger;
  readonly typed: TypedRelease;
  /** One column: people are divided by the rows alone. */
  readonly isList: boolean;
  readonly parts: TableParts;
  readonly wrong: readonly ReleaseField[];
  readonly onType: (part: Partial<TypedRelease>) => void;
  readonly onParts: (parts: TableParts) => void;
}) {
  const { t } = useLanguage();
  const known = knownEntries(ledger);
  const own = knownWords(known).find(({ population }) => foldName(population) === foldName(typed.population));
  const words = [...(own?.dimensions.keys() ?? [])].join(', ');
  const errorOf = (name: ReleaseField) => (wrong.includes(name) ? t(`diplomacy.release.wrong.${name}`) : undefined);
  const field = (name: 'rows' | 'columns' | 'document' | 'version') => ({
    ...{ id: `${form}-${name}`, label: t(`diplomacy.release.${name}`), value: typed[name], maxLength: 200 },
    ...{ error: errorOf(name) },
    onChange: (event: { readonly target: { readonly value: string } }) => onType({ [name]: event.target.value }),
  });
  const hint = words === '' ? t('diplomacy.release.dimensionFirst') : t('diplomacy.release.dimensionHint', { words });
  return (
    <div className={styles['form']}>
      <Stack>
        <PopulationField
          known={known}
          value={typed.population}
          onChange={(population) => onType({ population, corrects: null })}
          error={errorOf('population')}
          id={`${form}-population`}
          withWords
        />
        <CorrectsField form={form} entries={ledger.entries} typed={typed} error={errorOf('why')} onType={onType} />
        <Field {...field('rows')} hint={hint} />
        {!isList && <Field {...field('columns')} hint={hint} />}
        {!isList && (
          <Checks
            legend={t('diplomacy.release.parts')}
            options={partNames.map((part) => ({ value: part, label: t(`diplomacy.release.parts.${part}`) }))}
            values={partNames.filter((part) => parts[part])}
            onChange={(told) => {
              const tells = (part: keyof TableParts) => told.includes(part);
              onParts({
                cells: tells('cells'),
                rowTotals: tells('rowTotals'),
                columnTotals: tells('columnTotals'),
              });
            }}
          />
        )}
        <FloorField
          id={`${form}-floor`}
          lowest={floorOfPopulation(known, { population: typed.population, floor: lowestFloor })}
          floor={typed.floor}
          onFloor={(floor) => onType({ floor })}
        />
        <Field {...field('document')} />
        <Field {...field('version')} />
        <Choice
          legend={t('diplomacy.release.audience')}
          name={`${form}-audience`}
          options={(['public', 'named'] as const).map((one) => ({ value: one, label: t(`diplomacy.release.${one}`) }))}
          value={typed.audience}
          onChange={(chosen) => onType({ audience: chosen === 'named' ? 'named' : 'public' })}
        />
      </Stack>
    </div>
  );
}

/** Below which number nothing is told: not lower than these people were ever released by. */
function FloorField({
  id,
  lowest,
  floor,
  onFloor,
}: {
  readonly id: string;
  readonly lowest: number;
  readonly floor: number;
  readonly onFloor: (floor: number) => void;
}) {
  const { t } = useLanguage();
  return (
    <Select
      id={id}
      label={t('diplomacy.release.floor')}
      hint={t('diplomacy.release.floorHint')}
      options={floors.flatMap((one) =>
        one < lowest ? [] : [{ value: String(one), label: t('diplomacy.release.floorOption', { floor: String(one) }) }],
      )}
      value={String(floor)}
      onChange={(event) => onFloor(Number(event.target.value))}
    />
  );
}

/** Whether it is new, or in the place of an earlier release of the same people, and why. */
function CorrectsField({
  form,
  entries,
  typed,
  error,
  onType,
}: {
  readonly form: string;
  readonly entries: readonly LedgerEntry[];
  readonly typed: TypedRelease;
  readonly error: string | undefined;
  readonly onType: (part: Partial<TypedRelease>) => void;
}) {
  const { t } = useLanguage();
  const options = entries.flatMap(({ content, seal }) =>
    'document' in content && foldName(content.population) === foldName(typed.population)
      ? [
          {
            id: content.id,
            label: t('diplomacy.release.correctionOf', { ...content.document, number: seal.seq }),
          },
        ]
      : [],
  );
  if (options.length === 0) return null;
  return (
    <>
      <Select
        label={t('diplomacy.release.kind')}
        options={[
          { value: '', label: t('diplomacy.release.first') },
          ...options.map(({ id, label }) => ({ value: id, label })),
        ]}
        value={typed.corrects ?? ''}
        onChange={(event) => onType({ corrects: options.find(({ id }) => id === event.target.value)?.id ?? null })}
      />
      {typed.corrects !== null && (
        <Field
          id={`${form}-why`}
          label={t('diplomacy.release.whyCorrected')}
          error={error}
          value={typed.why}
          maxLength={300}
          onChange={(event) => onType({ why: event.target.value })}
        />
      )}
    </>
  );
}
