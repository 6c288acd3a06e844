import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { decisionPath, endingOf, safeWay } from '../../model/open/attempt/decision-path.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf, DecisionEnding, DecisionNode } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { Said } from '../said.tsx';
import { useFocusAfter } from '../use-focus-after.ts';
import { lastAnswer, type BlockProgress } from './block-progress.ts';

/**
 * A situation with choices that lead on: what follows is told first and judged second, every way can be left for another one, and
 * the safe one is shown to whoever asks.
 */
export function DecisionBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'decision'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const [way, setWay] = useState<readonly string[]>(lastAnswer(progress) ?? []);
  const [current, focusCurrent] = useFocusAfter<HTMLDivElement>();
  const { steps, at } = decisionPath(block, way);
  const [shown, setShown] = useState(false);
  const decided = progress.answers.some((kept) => endingOf(block, kept) !== null);
  const go = (next: readonly string[], isShown = false): void => {
    setWay(next);
    setShown(isShown);
    focusCurrent();
  };
  const choose = (node: DecisionNode, choice: string): void => {
    const next = [...steps.map((step) => `${step.node}:${step.choice}`), `${node.id}:${choice}`];
    progress.answered(next);
    go(next);
  };
  const node = block.nodes.find(({ id }) => id === at);
  const ending = block.endings.find(({ id }) => id === at);
  return (
    <div className={styles['task']}>
      <Words text={block.intro} />
      {steps.map(({ node: past, choice }, index) => (
        <PastStep key={index} block={block} node={past} choice={choice} onBack={() => go(way.slice(0, index))} />
      ))}
      <div ref={current} tabIndex={-1} className={styles['situation']}>
        {node && (
          <>
            <Situation node={node} />
            <ul className={styles['choices']}>
              {shuffleBy(`${progress.seed}/${block.id}/${node.id}`, node.choices).map(({ id, text }) => (
                <li key={id}>
                  <Button onClick={() => choose(node, id)}>{text}</Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {ending && <Ending ending={ending} />}
      </div>
      <Said words={shown && !decided ? t('learning.decision.shown') : ''} />
      <p className={styles['buttons']}>
        {steps.length > 0 && <Button onClick={() => go([])}>{t('learning.decision.again')}</Button>}
        {ending?.outcome !== 'safe' && (
          <Button
            kind="quiet"
            onClick={() => {
              progress.showed();
              go(safeWay(block), true);
            }}
          >
            {t('learning.decision.safeWay')}
          </Button>
        )}
      </p>
      <SeenEndings block={block} progress={progress} />
    </div>
  );
}

function Situation({ node }: { readonly node: DecisionNode }) {
  return (
    <div>
      {node.who && <span className={styles['speaker']}>{node.who}</span>}
      <Words text={node.situation} />
    </div>
  );
}

function PastStep({
  block,
  node: id,
  choice,
  onBack,
}: {
  readonly block: BlockOf<'decision'>;
  readonly node: string;
  readonly choice: string;
  readonly onBack: () => void;
}) {
  const { t } = useLanguage();
  const node = block.nodes.find((one) => one.id === id);
  const text = node?.choices.find((one) => one.id === choice)?.text ?? '';
  if (!node) return null;
  return (
    <div className={styles['past']}>
      <Situation node={node} />
      <p className={styles['chosen']}>
        <span className={styles['speaker']}>{t('learning.decision.chose')}</span>
        {text}
      </p>
      <Button kind="link" onClick={onBack}>
        {t('learning.decision.other')}
        <span className="visually-hidden">: {text}</span>
      </Button>
    </div>
  );
}

function Ending({ ending }: { readonly ending: DecisionEnding }) {
  const { t } = useLanguage();
  const { outcome } = ending;
  return (
    <>
      <Words text={ending.consequence} />
      <div className={outcome === 'safe' ? styles['whyRight'] : styles['why']}>
        <strong>{t(`learning.decision.${outcome}`)}</strong>
        <Words text={ending.why} />
      </div>
    </>
  );
}

/** Where the ways that were tried came out, and how many there are. */
function SeenEndings({ block, progress }: { readonly block: BlockOf<'decision'>; readonly progress: BlockProgress }) {
  const { t } = useLanguage();
  const seen = new Set(progress.answers.map((kept) => endingOf(block, kept)));
  const found = block.endings.filter(({ id }) => seen.has(id));
  if (found.length === 0) return null;
  return (
    <details className={styles['seen']}>
      <summary>{t('learning.decision.seen', { seen: found.length, of: block.endings.length })}</summary>
      <ul>
        {found.map(({ id, outcome, consequence }) => (
          <li key={id}>
            <strong>{t(`learning.decision.${outcome}`)}</strong> <Words text={consequence} />
          </li>
        ))}
      </ul>
    </details>
  );
}
