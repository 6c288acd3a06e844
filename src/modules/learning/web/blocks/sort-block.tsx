import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { pairIn } from '../../model/open/attempt/is-right.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf, SortCard } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict, type Outcome } from './verdict.tsx';

type Sorted = ReadonlyMap<string, string>;

/** Cards that each belong to a group: chosen card by card, without dragging. */
export function SortBlock({ block, progress }: { readonly block: BlockOf<'sort'>; readonly progress: BlockProgress }) {
  const { t } = useLanguage();
  const { cards } = block;
  const [sorted, setSorted] = useState<Sorted>(() => readSorted(lastAnswer(progress) ?? []));
  const [checked, setChecked] = useState<Sorted | null>(() => {
    const kept = lastAnswer(progress);
    return kept && readSorted(kept);
  });
  const [outcome, setOutcome] = useState<Outcome>(() => checked && outcomeOf(block, checked));
  const [time, setTime] = useState(0);
  const tell = (next: Outcome): void => {
    setOutcome(next);
    setTime(time + 1);
  };
  const check = (): void => {
    if (sorted.size === 0) return tell('missing');
    setChecked(sorted);
    tell(outcomeOf(block, sorted));
    progress.answered([...sorted].map(([card, group]) => `${card}:${group}`));
  };
  const show = (): void => {
    const right = new Map(cards.map(({ id, group }) => [id, group]));
    setSorted(right);
    setChecked(right);
    tell('shown');
    progress.showed();
  };
  const found = cards.filter(({ id, group }) => checked?.get(id) === group).length;
  const counted = outcome === 'right' || outcome === 'notYet';
  return (
    <div className={styles['task']}>
      <Words text={block.prompt} />
      <ol className={styles['cards']}>
        {shuffleBy(`${progress.seed}/${block.id}`, cards).map((card) => (
          <CardRow
            key={card.id}
            card={card}
            groups={block.groups}
            group={sorted.get(card.id) ?? null}
            checked={checked?.get(card.id) ?? null}
            onSort={(group) => {
              setOutcome(null);
              setSorted(new Map([...sorted, [card.id, group]]));
            }}
          />
        ))}
      </ol>
      <TaskButtons onCheck={check} onShow={show} />
      <Verdict
        outcome={outcome}
        words={counted ? t('learning.sort.found', { found, all: cards.length }) : ''}
        time={time}
      />
    </div>
  );
}

function CardRow({
  card,
  groups,
  group,
  checked,
  onSort,
}: {
  readonly card: SortCard;
  readonly groups: BlockOf<'sort'>['groups'];
  readonly group: string | null;
  /** Where it lay when it was last checked. */
  readonly checked: string | null;
  readonly onSort: (group: string) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const told = checked !== null && checked === group;
  const fits = checked === card.group;
  return (
    <li className={styles['card']}>
      <fieldset aria-describedby={told ? `${id}-why` : undefined}>
        <legend>
          <Words text={card.text} />
        </legend>
        <div className={styles['groups']}>
          {groups.map(({ id: value, name }) => (
            <label key={value}>
              <input type="radio" name={id} checked={group === value} onChange={() => onSort(value)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {told && (
        <div id={`${id}-why`} className={fits ? styles['whyRight'] : styles['why']}>
          <strong>{t(fits ? 'learning.sort.fits' : 'learning.sort.fitsNot')}</strong>
          <Words text={card.why} />
        </div>
      )}
    </li>
  );
}

function outcomeOf({ cards }: BlockOf<'sort'>, sorted: Sorted): Outcome {
  return cards.every(({ id, group }) => sorted.get(id) === group) ? 'right' : 'notYet';
}

function readSorted(answer: readonly string[]): Sorted {
  return new Map(answer.map(pairIn));
}
