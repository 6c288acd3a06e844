import { useLanguage } from '#kernel/languages/web';
import { StateMark, type StateKind } from '#platform/web/ui';
import type { Standing } from '../../model/open/standing/standing.ts';
import type { AskedRequirement } from './use-training.ts';

const kinds: Readonly<Record<Standing['state'], StateKind>> = {
  valid: 'done',
  due: 'soon',
  exempt: 'waiting',
  lapsed: 'late',
  missing: 'unfit',
};

/** How somebody stands, in words: until when, by when, since when. */
export function StandingMark({
  standing,
  requirement,
}: {
  readonly standing: Standing;
  readonly requirement: Pick<AskedRequirement, 'from'>;
}) {
  const { t, formatDay } = useLanguage();
  const words = (): string => {
    switch (standing.state) {
      case 'valid':
        return standing.until === null
          ? t('learning.standing.always')
          : t('learning.standing.valid', { day: formatDay(standing.until) });
      case 'due':
        return t(standing.by === requirement.from ? 'learning.standing.asked' : 'learning.standing.due', {
          day: formatDay(standing.by),
        });
      case 'exempt':
        return t('learning.standing.exempt', { day: formatDay(standing.until) });
      case 'lapsed':
        return t('learning.standing.lapsed', { day: formatDay(standing.since) });
      case 'missing':
        return t('learning.standing.missing');
    }
  };
  return <StateMark kind={kinds[standing.state]}>{words()}</StateMark>;
}
