import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { certainties, judgements } from '../../model/open/attempt/judgements.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf, VignetteItem } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { Said } from '../said.tsx';
import { useFocusAfter } from '../use-focus-after.ts';
import { lastAnswer, type BlockProgress } from './block-progress.ts';

/** What was said of one story; certainty comes second. */
interface Judged {
  readonly judgement: string;
  readonly certainty: string | null;
}

/**
 * Short stories to judge. Before the course nothing is said about the answers; after it each is explained, once all were given
 * or the learner asks. Each answer is kept as soon as it is whole.
 */
export function VignetteBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'vignette'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const { items, phase } = block;
  const [judged, setJudged] = useState(() => readJudged(lastAnswer(progress) ?? []));
  const [told, setTold] = useState(progress.shown);
  const [stories, focusStories] = useFocusAfter<HTMLOListElement>();
  const judge = (id: string, next: Judged): void => {
    const all = new Map([...judged, [id, next]]);
    setJudged(all);
    if (next.certainty !== null) progress.answered(writeJudged(all));
  };
  const whole = items.filter(({ id }) => (judged.get(id)?.certainty ?? null) !== null).length;
  const all = items.length;
  const fitting = items.filter((item) => verdictOf(item, judged.get(item.id) ?? null) === 'fits').length;
  const said = told
    ? t('learning.vignette.told', { fitting, judged: judged.size })
    : phase === 'before' && whole === all
      ? t('learning.vignette.thanks')
      : t('learning.vignette.whole', { whole, all });
  return (
    <div className={styles['task']}>
      <Words text={block.prompt} />
      <ol ref={stories} tabIndex={-1} className={styles['cards']}>
        {shuffleBy(`${progress.seed}/${block.id}`, items).map((item) => (
          <Story
            key={item.id}
            item={item}
            judged={judged.get(item.id) ?? null}
            told={told}
            onJudge={(next) => judge(item.id, next)}
          />
        ))}
      </ol>
      <Said words={said} />
      {phase === 'after' && !told && (
        <p className={styles['buttons']}>
          <Button
            onClick={() => {
              setTold(true);
              focusStories();
              progress.showed();
            }}
          >
            {t('learning.vignette.why')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Story({
  item,
  judged,
  told,
  onJudge,
}: {
  readonly item: VignetteItem;
  readonly judged: Judged | null;
  readonly told: boolean;
  readonly onJudge: (judged: Judged) => void;
}) {
  const { t } = useLanguage();
  const name = useId();
  const verdict = verdictOf(item, judged);
  return (
    <li className={styles['card']}>
      <fieldset aria-describedby={told ? `${name}-why` : undefined}>
        <legend>
          <Words text={item.text} />
        </legend>
        <div className={styles['groups']}>
          {judgements.map((judgement) => (
            <label key={judgement}>
              <input
                type="radio"
                name={name}
                checked={judged?.judgement === judgement}
                disabled={told}
                onChange={() => onJudge({ judgement, certainty: judged?.certainty ?? null })}
              />
              <span>{t(`learning.vignette.${judgement}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {judged && (
        <fieldset className={styles['certainty']}>
          <legend>{t('learning.vignette.how')}</legend>
          <div className={styles['groups']}>
            {certainties.map((certainty) => (
              <label key={certainty}>
                <input
                  type="radio"
                  name={`${name}-how`}
                  checked={judged.certainty === certainty}
                  disabled={told}
                  onChange={() => onJudge({ ...judged, certainty })}
                />
                <span>{t(`learning.vignette.${certainty}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {told && item.why && (
        <div id={`${name}-why`} className={look(verdict)}>
          <strong>{t(item.signal ? 'learning.vignette.signals' : 'learning.vignette.none')}</strong>
          <Words text={item.why} />
          {verdict && <p>{t(`learning.vignette.${verdict}`)}</p>}
        </div>
      )}
    </li>
  );
}

/** How a judgement fits a story: asking for advice and calling it urgent are both right where there are signals. */
function verdictOf({ signal }: VignetteItem, judged: Judged | null): 'fits' | 'missed' | 'alarm' | null {
  if (judged === null) return null;
  if ((judged.judgement !== 'usual') === signal) return 'fits';
  return signal ? 'missed' : 'alarm';
}

function look(verdict: ReturnType<typeof verdictOf>): string | undefined {
  if (verdict === null) return styles['told'];
  return verdict === 'fits' ? styles['whyRight'] : styles['why'];
}

function readJudged(answer: readonly string[]): ReadonlyMap<string, Judged> {
  return new Map(
    answer.map((one) => {
      const [id = '', judgement = '', certainty = ''] = one.split(':');
      return [id, { judgement, certainty: certainty === '' ? null : certainty }];
    }),
  );
}

function writeJudged(judged: ReadonlyMap<string, Judged>): readonly string[] {
  return [...judged].flatMap(([id, { judgement, certainty }]) =>
    certainty === null ? [] : [`${id}:${judgement}:${certainty}`],
  );
}
