import { useLanguage, type LanguageChoice } from '#kernel/languages/web';
import type { FormValue } from '../shared/merge-values.ts';
import { rowsOfText } from '../shared/typed-rows.ts';
import { blankChannel, blankWindow } from './reach-values.ts';

/** The fields of a plan as people read them, for when two people changed the same one. */
export function useReachWords(): {
  readonly labels: Readonly<Record<string, string>>;
  readonly show: (field: string, value: FormValue) => string;
} {
  const { t } = useLanguage();
  return {
    show: (field, value) => showTyped(t, field, value),
    labels: {
      channels: t('casework.reach.ways'),
      windows: t('casework.reach.when'),
      another: t('casework.reach.ifAnother'),
      nameWeUse: t('casework.reach.nameWeUse'),
      nameTheyUse: t('casework.reach.nameTheyUse'),
      safeSign: t('casework.reach.safeSign'),
      stopSign: t('casework.reach.stopSign'),
      lettersTo: t('casework.reach.letters'),
      plainEnvelope: t('casework.reach.plain'),
      never: t('casework.reach.neverDo'),
      language: t('casework.reach.language'),
      interpreter: t('casework.reach.interpreter'),
      notReachedDays: t('casework.reach.notDays'),
      notReachedWhom: t('casework.reach.notWhom'),
      notReachedWhat: t('casework.reach.notWhat'),
      everyDays: t('casework.reach.every'),
      quiet: t('casework.reach.quiet'),
      doNot: t('casework.reach.doNot'),
    },
  };
}

function showTyped(t: LanguageChoice['t'], field: string, value: FormValue): string {
  if (typeof value === 'boolean') return t(value ? 'casework.yes' : 'casework.no');
  if (field === 'channels') {
    return rowsOfText(value, blankChannel)
      .map(({ kind, reach, safe }) =>
        [t(`casework.channel.${kind}`), reach || '••••', t(`casework.reach.safe.${safe}`)].join(', '),
      )
      .join('. ');
  }
  if (field !== 'windows') return value;
  return rowsOfText(value, blankWindow)
    .map(({ days, from, until }) => {
      const names = days === '' ? [] : days.split(',').map((day) => t(`casework.weekday.${day}`));
      return `${names.join(', ')}, ${from} – ${until}`;
    })
    .join('. ');
}
