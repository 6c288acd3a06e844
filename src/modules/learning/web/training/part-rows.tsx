import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Rows, StateMark } from '#platform/web/ui';
import type { Standing } from '../../model/open/standing/standing.ts';
import styles from './training.module.css';
import type { AskedProgramme, TrainedPerson } from './use-training.ts';
import { usePartName, type NamedPart } from './use-part-name.ts';

type KeptProof = TrainedPerson['proofs'][number];

/** The parts of a programme: which are done, on what that rests, and which are still to do. */
export function PartRows({
  programme,
  standing,
  proofs,
  todo,
  beside,
}: {
  readonly programme: AskedProgramme;
  readonly standing: Standing;
  readonly proofs: readonly KeptProof[];
  /** What to do about a part that is lacking. */
  readonly todo?: (part: NamedPart) => ReactNode;
  /** What may be done with a proof. */
  readonly beside?: (proof: KeptProof) => ReactNode;
}) {
  const { t, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const nameOf = usePartName();
  const lacking = 'lacking' in standing ? standing.lacking : [];
  const how = (proof: KeptProof, part: AskedProgramme['parts'][number]): string => {
    const day = formatDay(proof.on);
    const by = proof.recordedBy === null ? null : (names.get(proof.recordedBy) ?? t('learning.training.somebody'));
    const other = part.equivalents.find(({ id }) => id === proof.equivalent)?.name;
    if (by === null) return t(proof.draft ? 'learning.training.doneDraft' : 'learning.training.doneHere', { day });
    return other === undefined
      ? t('learning.training.doneTold', { day, by })
      : t('learning.training.doneOther', { day, by, other });
  };
  return (
    <Rows>
      {programme.parts.map((part) => {
        const own = proofs.filter(({ of }) => ('course' in of ? of.course === part.course : of.part === part.id));
        return (
          <li key={part.id}>
            <div className={styles['part']}>
              <strong>
                <bdi>{nameOf(part)}</bdi>
              </strong>
              {lacking.includes(part.id) && <StateMark kind="unchecked">{t('learning.training.todo')}</StateMark>}
            </div>
            {own.map((proof) => (
              <div key={proof.id} className={styles['proof']}>
                <span>{how(proof, part)}</span>
                {beside?.(proof)}
              </div>
            ))}
            {(lacking.includes(part.id) || own.length === 0) && todo?.(part)}
          </li>
        );
      })}
    </Rows>
  );
}
