import type { ModelEstimate } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import styles from '../abroad/abroad.module.css';
import { methodName } from './methods.ts';
import type { FinishedRun } from './use-estimate.ts';

const columns = ['method', 'all', 'dark', 'wald', 'profile', 'pairs', 'aic', 'bic'] as const;
const numeric = new Set<(typeof columns)[number]>(['all', 'dark', 'aic', 'bic']);

/** What each method says, with its intervals; a model without an estimate says why. */
export function ModelsTable({ run: { found, question } }: { readonly run: FinishedRun }) {
  const choice = useLanguage();
  const { t } = choice;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard
    <div className={styles['scroll']} role="region" aria-label={t('diplomacy.estimate.models')} tabIndex={0}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{t('diplomacy.estimate.models')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numeric.has(column) ? styles['number'] : undefined}>
                {t(`diplomacy.estimate.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.estimate.models.map((model, at) => (
            <tr key={model.method}>
              <th scope="row">{methodName(choice, question.models[at] ?? model)}</th>
              <ModelCells model={model} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ModelCells({ model }: { readonly model: ModelEstimate }) {
  const { t, formatNumber } = useLanguage();
  const whole = (number: number): string => formatNumber(Math.round(number));
  if (!('N' in model))
    return <td colSpan={7}>{model.existence === 0 ? null : t(`diplomacy.estimate.noEstimate.${model.existence}`)}</td>;
  const [low, high] = model.profile;
  const pairs = [...model.pairs, ...model.minusInfinity];
  return (
    <>
      <td className={styles['number']}>{whole(model.N)}</td>
      <td className={styles['number']}>{whole(model.dark)}</td>
      <td>{t('diplomacy.estimate.to', { low: whole(model.wald[0]), high: whole(model.wald[1]) })}</td>
      <td>
        {high === null
          ? t('diplomacy.estimate.noUpper', { low: whole(low) })
          : t('diplomacy.estimate.to', { low: whole(low), high: whole(high) })}
      </td>
      <td>{pairs.length === 0 ? t('diplomacy.estimate.none') : pairs.join(', ')}</td>
      <td className={styles['number']}>{formatNumber(Math.round(model.AIC * 10) / 10)}</td>
      <td className={styles['number']}>{formatNumber(Math.round(model.BIC * 10) / 10)}</td>
    </>
  );
}
