/**
 * One step of a learner through a course, as it is kept: ids and codes, never a word of theirs (learning design, section 4).
 * The pair of device and number is unique and never used again.
 */
export interface AttemptEvent {
  /** One run of one version of a course. */
  readonly attempt: string;
  /** Drawn at random by a device for itself. */
  readonly device: string;
  /** Counts the events of that device in this attempt, from 1. */
  readonly seq: number;
  readonly scene: string;
  /** Null for what is done to a whole scene. */
  readonly block: string | null;
  readonly kind: AttemptStep;
  /**
   * Ids of what was chosen. Of a sorted card `card:group`, of a decision `node:choice` for each step, of a matched option
   * `option:partner`, of a story `item:judgement:certainty`, of a round of questions `question=option` for each choice, and
   * of a round whose answers were shown its questions.
   */
  readonly options: readonly string[];
  /** By the clock of the device, which may be wrong: ISO 8601, UTC. */
  readonly at: string;
}

/**
 * A scene was opened, or something heavy in it gone into; a block came into sight, an answer was checked, its solution shown, a
 * scene left by its end, or something heavy passed by as it was offered.
 */
export type AttemptStep = 'opened' | 'reached' | 'answered' | 'shown' | 'finished' | 'skipped' | 'workplace';
