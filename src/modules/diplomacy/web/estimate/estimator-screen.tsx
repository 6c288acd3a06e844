import { useState } from 'react';
import { presets } from '#kernel/disclosure/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Checks, Field, Notice, Page, Select, Stack, TextArea } from '#platform/web/ui';
import { OpenTableFile } from '../check/open-table-file.tsx';
import { listNames } from '../../model/open/estimate/read-list-table.ts';
import { EstimateResult } from './estimate-result.tsx';
import { methodName, methodsFor } from './methods.ts';
import { readQuestion, type AskedEstimate, type QuestionRefusal } from './read-question.ts';
import { useEstimate } from './use-estimate.ts';

const atFirst: AskedEstimate = {
  text: '',
  source: '',
  ours: [],
  methods: ['main', 'forward-aic', 'stepwise', 'best-bic'],
  again: 'stepwise',
  draws: '1000',
  seed: '1',
};

/** How many people are on no list: a published table is pasted, opened or taken along, and worked out in a worker. Nothing is sent. */
export function EstimatorScreen() {
  const { t, formatNumber } = useLanguage();
  const [asked, setAsked] = useState(atFirst);
  const [refused, setRefused] = useState<QuestionRefusal | null>(null);
  const { state, begin, forget, repeat, stop } = useEstimate();
  const change = (changed: Partial<AskedEstimate>): void => {
    setAsked((before) => ({ ...before, ...changed }));
    setRefused(null);
    // What stands below would be about another question.
    forget();
  };
  const estimate = (): void => {
    const question = readQuestion(asked);
    setRefused(question.ok ? null : question.refusal);
    if (question.ok) begin(asked.source.trim(), question.value);
  };
  return (
    <Page title={t('diplomacy.estimate.title')} lead={t('diplomacy.estimate.lead')}>
      <Stack>
        <Card title={t('diplomacy.estimate.table')}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              estimate();
            }}
          >
            <Stack>
              <TableFields asked={asked} refused={refused} onChange={change} />
              <MethodFields asked={asked} refused={refused} onChange={change} />
              <div>
                <Button kind="main" type="submit">
                  {t('diplomacy.estimate.do')}
                </Button>
              </div>
            </Stack>
          </form>
        </Card>
        {state.state === 'running' && (
          <Notice>
            {t('diplomacy.estimate.running', { done: formatNumber(state.done), of: formatNumber(drawsOf(asked)) })}{' '}
            <Button onClick={stop}>{t('diplomacy.estimate.stop')}</Button>
          </Notice>
        )}
        {state.state === 'refused' && (
          <Notice tone="late">
            {t(state.refusal.type === 'CheckStopped' ? 'diplomacy.estimate.stopped' : 'diplomacy.estimate.failed')}
          </Notice>
        )}
        {state.state === 'found' && <EstimateResult run={state.found} onRepeat={() => repeat(state.found)} />}
      </Stack>
    </Page>
  );
}

interface FieldsOfQuestion {
  readonly asked: AskedEstimate;
  readonly refused: QuestionRefusal | null;
  readonly onChange: (changed: Partial<AskedEstimate>) => void;
}

function TableFields({ asked, refused, onChange }: FieldsOfQuestion) {
  const { t } = useLanguage();
  const names = listNames(asked.text);
  const preset = presets.find(({ csv }) => csv === asked.text);
  const takeAlong = (id: string): void => {
    const found = presets.find((one) => one.id === id);
    onChange({ text: found?.csv ?? '', source: found?.citation ?? '', ours: [] });
  };
  return (
    <Stack>
      <Select
        label={t('diplomacy.estimate.preset')}
        options={[
          { value: '', label: t('diplomacy.estimate.preset.none') },
          ...presets.map(({ id }) => ({ value: id, label: t(`diplomacy.estimate.preset.${id}`) })),
        ]}
        value={preset?.id ?? ''}
        onChange={(event) => takeAlong(event.target.value)}
      />
      <TextArea
        label={t('diplomacy.estimate.paste')}
        hint={t('diplomacy.estimate.pasteHint')}
        error={
          refused?.field === 'table'
            ? t(`diplomacy.estimate.refused.${refused.type}`, {
                row: String(refused.row),
                column: String(refused.column),
              })
            : undefined
        }
        value={asked.text}
        onChange={(event) => onChange({ text: event.target.value })}
        rows={8}
        spellCheck={false}
      />
      <OpenTableFile onRead={(text) => onChange({ text, source: '', ours: [] })} />
      <Field
        label={t('diplomacy.estimate.source')}
        value={asked.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      {names.length > 0 && (
        <Checks
          legend={t('diplomacy.estimate.ours')}
          hint={t('diplomacy.estimate.oursHint')}
          options={[...new Set(names)].map((name) => ({ value: name, label: name }))}
          values={asked.ours}
          onChange={(ours) => onChange({ ours })}
          inline
        />
      )}
    </Stack>
  );
}

function MethodFields({ asked, refused, onChange }: FieldsOfQuestion) {
  const choice = useLanguage();
  const { t } = choice;
  const options = methodsFor(listNames(asked.text).length).map((method) => ({
    value: method.method,
    label: methodName(choice, method),
  }));
  const wrong = (field: 'draws' | 'seed') =>
    refused?.field === field ? t('diplomacy.estimate.numberWrong') : undefined;
  return (
    <Stack>
      <Checks
        legend={t('diplomacy.estimate.methods')}
        error={refused?.field === 'methods' ? t('diplomacy.estimate.noMethod') : undefined}
        options={options}
        values={asked.methods}
        onChange={(methods) => onChange({ methods })}
      />
      <Select
        label={t('diplomacy.estimate.again')}
        options={options}
        value={asked.again}
        onChange={(event) => onChange({ again: event.target.value })}
      />
      <Field
        label={t('diplomacy.estimate.draws')}
        hint={t('diplomacy.estimate.drawsHint')}
        error={wrong('draws')}
        inputMode="numeric"
        value={asked.draws}
        onChange={(event) => onChange({ draws: event.target.value })}
      />
      <Field
        label={t('diplomacy.estimate.seed')}
        hint={t('diplomacy.estimate.seedHint')}
        error={wrong('seed')}
        inputMode="numeric"
        value={asked.seed}
        onChange={(event) => onChange({ seed: event.target.value })}
      />
    </Stack>
  );
}

/** How many tables are drawn again; a question that is changed is not running any more. */
function drawsOf(asked: AskedEstimate): number {
  const question = readQuestion(asked);
  return question.ok ? (question.value.bootstrap?.draws ?? 0) : 0;
}
