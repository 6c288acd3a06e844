import type { RefObject } from 'react';
import { useLanguage } from '#kernel/languages/web';
import styles from '../player.module.css';
import { Said } from '../said.tsx';

/** What came of a task; null before anything was checked or shown. */
export type Outcome = 'missing' | 'shown' | 'right' | 'notYet' | null;

const sentences = {
  missing: 'learning.check.chooseFirst',
  shown: 'learning.check.shown',
  right: 'learning.check.right',
  notYet: 'learning.check.notYet',
} as const;

/** Tells in words what came of a task, and has it read out. */
export function Verdict({
  outcome,
  words,
  time,
  focus,
}: {
  readonly outcome: Outcome;
  /** Said after it; where something is missing, or was shown, instead of it. */
  readonly words: string;
  /** How often something was checked or shown: the same verdict is read out each time. */
  readonly time: number;
  readonly focus?: RefObject<HTMLParagraphElement | null>;
}) {
  const { t } = useLanguage();
  const instead = (outcome === 'missing' || outcome === 'shown') && words !== '';
  const text = outcome === null ? '' : instead ? words : `${t(sentences[outcome])} ${words}`;
  const look = outcome === 'shown' ? undefined : styles[outcome === 'right' ? 'right' : 'notYet'];
  return <Said words={text.trim()} time={time} className={look} {...(focus && { focus })} />;
}
