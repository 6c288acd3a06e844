import { useId, useState, type FormEvent } from 'react';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import type { ShownNumber } from '#kernel/spaces/client';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Choice, ErrorSummary, Stack } from '#platform/web/ui';

const ways = ['in-person', 'by-voice'] as const;
const results = ['same', 'different'] as const;

/** What somebody found, signed about the very keys whose number stands above. */
export function CompareForm({
  shown,
  name,
  onSigned,
}: {
  readonly shown: ShownNumber;
  readonly name: string;
  readonly onSigned: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { session } = useOpenWork();
  const fields = { way: useId(), result: useId() };
  const [way, setWay] = useState<(typeof ways)[number] | null>(null);
  const [result, setResult] = useState<(typeof results)[number] | null>(null);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    if (way === null || result === null || busy) return;
    setBusy(true);
    const { recordComparison } = await import('#kernel/spaces/client');
    const signed = await withNewerKeys(work, session, (own) => recordComparison(own, shown, { way, result }));
    const read = signed.ok ? await work.readColleagues() : signed;
    setRefusal(read.ok ? null : read.refusal);
    setBusy(false);
    if (!signed.ok) return;
    onSigned();
    setWay(null);
    setResult(null);
    setPressed(false);
  };
  const missing = (answer: string | null, key: string): string | undefined =>
    pressed && answer === null ? t(key) : undefined;
  const errors = [
    { field: fields.way, message: missing(way, 'accounts.compare.wayMissing') },
    { field: fields.result, message: missing(result, 'accounts.compare.resultMissing') },
  ].flatMap(({ field, message }) => (message === undefined ? [] : [{ field, message }]));
  return (
    <form onSubmit={(event) => void sign(event)} noValidate>
      <Stack>
        <ErrorSummary title={t('accounts.compare.problem')} errors={errors} />
        <RefusalNote refusal={refusal} />
        <Choice
          id={fields.way}
          name={fields.way}
          legend={t('accounts.compare.way')}
          error={missing(way, 'accounts.compare.wayMissing')}
          options={ways.map((value) => ({ value, label: t(`accounts.compare.way.${value}`) }))}
          value={way}
          onChange={(chosen) => setWay(ways.find((value) => value === chosen) ?? null)}
        />
        <Choice
          id={fields.result}
          name={fields.result}
          legend={t('accounts.compare.result')}
          error={missing(result, 'accounts.compare.resultMissing')}
          options={[
            { value: 'same', label: t('accounts.compare.result.same') },
            {
              value: 'different',
              label: t('accounts.compare.result.different'),
              hint: t('accounts.compare.differentHint', { name }),
            },
          ]}
          value={result}
          onChange={(chosen) => setResult(results.find((value) => value === chosen) ?? null)}
        />
        <div>
          <Button kind="main" type="submit" busy={busy && t('accounts.compare.signing')}>
            {t('accounts.compare.sign')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
