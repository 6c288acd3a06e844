import { bankOf } from '../model/open/attempt/question-round.ts';
import { placeOf } from '../model/open/attempt/fold-attempt.ts';
import type { ReleasedBlock } from '../model/open/release/released-block.ts';
import type { ReleasedCourse, ReleasedScene } from '../model/open/release/released-course.ts';
import { BankBlock } from './blocks/bank-block.tsx';
import type { BlockProgress } from './blocks/block-progress.ts';
import { BlockView } from './blocks/block-view.tsx';
import { HeavyGate } from './heavy-gate.tsx';
import type { Attempt } from './use-attempt.ts';

/** Blocks of a scene, one below the other; the questions of a bank stand together, as one round. */
export function SceneBlocks({
  course,
  scene,
  blocks,
  attempt,
}: {
  readonly course: ReleasedCourse;
  readonly scene: ReleasedScene;
  /** Those that are shown. */
  readonly blocks: readonly ReleasedBlock[];
  readonly attempt: Attempt;
}) {
  const { state, record } = attempt;
  const progressAt = (block: string): BlockProgress => ({
    seed: attempt.seed,
    answers: state.answers.get(placeOf(scene.id, block)) ?? [],
    shown: state.shown.has(placeOf(scene.id, block)),
    shownLast: state.shownLast.get(placeOf(scene.id, block)) ?? null,
    answered: (options) => record({ scene: scene.id, block, kind: 'answered', options }),
    showed: (options = []) => record({ scene: scene.id, block, kind: 'shown', options }),
  });
  const draw = (block: ReleasedBlock): React.ReactNode => {
    const bank = bankNamed(block);
    if (bank === null) return <BlockView course={course} block={block} progress={progressAt(block.id)} />;
    const wanted = course.rule.find((clause) => 'right' in clause && clause.of === bank);
    return (
      <BankBlock
        bank={bankOf(blocks, bank)}
        wanted={wanted && 'right' in wanted ? wanted.right : null}
        progress={progressAt(bank)}
      />
    );
  };
  return blocks.map((block) => {
    const bank = bankNamed(block);
    if (bank !== null && bankOf(blocks, bank)[0] !== block) return null;
    const name = bank ?? block.id;
    const place = placeOf(scene.id, name);
    const skip = (): void => record({ scene: scene.id, block: name, kind: 'skipped' });
    return (
      <section key={name} data-block={name}>
        {block.heavy === null ? (
          draw(block)
        ) : (
          <HeavyGate
            notice={course.notices[block.heavy] ?? []}
            entered={state.opened.has(place) || state.answers.has(place) || state.shown.has(place)}
            passed={state.skipped.has(place)}
            onEnter={() => record({ scene: scene.id, block: name, kind: 'opened' })}
            onSkip={skip}
          >
            {draw(block)}
          </HeavyGate>
        )}
      </section>
    );
  });
}

function bankNamed(block: ReleasedBlock): string | null {
  return block.type === 'check' ? block.bank : null;
}
