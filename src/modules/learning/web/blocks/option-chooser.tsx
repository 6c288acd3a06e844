import { ArrowDown, ArrowUp } from 'lucide-react';
import { wordsOf } from '#kernel/content';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { pairIn } from '../../model/open/attempt/is-right.ts';
import type { CheckOption } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import type { AskedQuestion } from './asked-question.ts';

interface Chooser {
  readonly asked: AskedQuestion;
  readonly option: CheckOption;
  /** Which one of those on the screen, from 0. */
  readonly at: number;
  /** All of them as they stand on the screen. */
  readonly options: readonly CheckOption[];
  readonly chosen: readonly string[];
  readonly name: string;
  /** Where it went, from 0: who does not see it is told. */
  onMoved(to: number): void;
}

/** How one option is chosen: ticked, moved up and down, or given a partner. Never by dragging alone. */
export function OptionChooser(chooser: Chooser) {
  const { asked } = chooser;
  if (asked.question.kind === 'order') return <Moved {...chooser} />;
  if (asked.question.kind === 'match') return <Matched {...chooser} />;
  return <Ticked {...chooser} />;
}

function Ticked({ asked, option, chosen, name }: Chooser) {
  const { question, checked, onChoose } = asked;
  const single = question.kind === 'single';
  const choose = (on: boolean): void => {
    if (single) onChoose([option.id]);
    else onChoose(on ? [...chosen, option.id] : chosen.filter((one) => one !== option.id));
  };
  return (
    <label>
      <input
        type={single ? 'radio' : 'checkbox'}
        name={name}
        checked={chosen.includes(option.id)}
        aria-describedby={checked ? `${name}-${option.id}` : undefined}
        onChange={(event) => choose(event.target.checked)}
      />
      <span>
        <Words text={option.text} />
      </span>
    </label>
  );
}

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

function Moved({ asked, option, at, chosen, onMoved }: Chooser) {
  const { t } = useLanguage();
  const what = wordsOf(option.text);
  const move = (by: 1 | -1): void => {
    // At either end it stays, and that is told too.
    if (at + by < 0 || at + by >= chosen.length) return onMoved(at);
    const order = chosen.filter((one) => one !== option.id);
    asked.onChoose([...order.slice(0, at + by), option.id, ...order.slice(at + by)]);
    onMoved(at + by);
  };
  return (
    <div className={styles['moved']}>
      <span>
        {at + 1}. <Words text={option.text} />
      </span>
      <span className={styles['acts']}>
        <Button kind="quiet" icon={<ArrowUp {...icon} />} onClick={() => move(-1)}>
          <span className="visually-hidden">{t('learning.check.up', { what })}</span>
        </Button>
        <Button kind="quiet" icon={<ArrowDown {...icon} />} onClick={() => move(1)}>
          <span className="visually-hidden">{t('learning.check.down', { what })}</span>
        </Button>
      </span>
    </div>
  );
}

function Matched({ asked, option, options, chosen, name }: Chooser) {
  const { t } = useLanguage();
  const pairs = new Map(chosen.map(pairIn));
  const id = `${name}-${option.id}-partner`;
  // In an order of their own: what stands beside each other does not belong together.
  const partners = options.toSorted((left, right) => (left.partner ?? '').localeCompare(right.partner ?? ''));
  return (
    <div className={styles['matched']}>
      <label htmlFor={id}>
        <Words text={option.text} />
      </label>
      <select
        id={id}
        value={pairs.get(option.id) ?? ''}
        onChange={(event) => {
          const rest = [...pairs].filter(([one]) => one !== option.id);
          const all = event.target.value === '' ? rest : [...rest, [option.id, event.target.value] as const];
          asked.onChoose(all.map(([left, right]) => `${left}:${right}`));
        }}
      >
        <option value="">{t('learning.check.choose')}</option>
        {partners.map(({ id: partner, partner: words }) => (
          <option key={partner} value={partner}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
