import type { ReleasedBlock, BlockOf } from '../release/released-block.ts';
import type { ReleasedCourse } from '../release/released-course.ts';
import { endingOf } from '../attempt/decision-path.ts';
import { certainties, judgements } from '../attempt/judgements.ts';
import { bankOf, rightInRound } from '../attempt/question-round.ts';

type Answer = readonly string[];

/** A place at which something is answered or shown, with every code that an answer there can hold. */
export interface PackedPlace {
  readonly scene: string;
  /** Id of a block, or name of a bank. */
  readonly name: string;
  readonly codes: readonly string[];
  /** As many codes as one answer holds at most. */
  readonly longest: number;
  /** Codes of what can be shown apart: the questions of a bank. */
  readonly shown: readonly string[];
  /** As many answers as are kept at most. */
  readonly kept: number;
  /** Of all answers those that anything hangs on, oldest first: the last one, and what was reached before. */
  keep(answers: readonly Answer[]): readonly Answer[];
}

/** Every place of a course, in its order; the same for one version in every language. */
export function packedPlaces(course: Pick<ReleasedCourse, 'scenes'>): readonly PackedPlace[] {
  return course.scenes.flatMap(({ id: scene, blocks }) =>
    blocks.flatMap((block): readonly PackedPlace[] => {
      if (block.type !== 'check' || block.bank === null) return [{ scene, name: block.id, ...placeOfBlock(block) }];
      const bank = bankOf(blocks, block.bank);
      return bank[0] === block ? [{ scene, name: block.bank, ...placeOfBank(bank) }] : [];
    }),
  );
}

type Place = Omit<PackedPlace, 'scene' | 'name'>;

const lastOnly = { kept: 1, shown: [], keep: (answers: readonly Answer[]) => answers.slice(-1) };

function placeOfBlock(block: ReleasedBlock): Place {
  switch (block.type) {
    case 'decision':
      return placeOfDecision(block);
    case 'hotspot':
      return { ...lastOnly, ...chosen(block.spots.map(({ id }) => id)) };
    case 'spotting':
      return { ...lastOnly, ...chosen(block.items.map(({ id }) => id)) };
    case 'sort': {
      const codes = block.cards.flatMap((card) => block.groups.map((group) => `${card.id}:${group.id}`));
      return { ...lastOnly, codes, longest: block.cards.length };
    }
    case 'vignette': {
      const codes = block.items.flatMap(({ id }) =>
        judgements.flatMap((judgement) => certainties.map((certainty) => `${id}:${judgement}:${certainty}`)),
      );
      return { ...lastOnly, codes, longest: block.items.length };
    }
    case 'check':
      return { ...lastOnly, ...chosen(codesOfCheck(block), block.options.length) };
    case 'text':
    case 'figure':
    case 'dialogue':
    case 'reflection':
    case 'help':
    case 'slot':
    case 'term':
    case 'takeaway':
      return { codes: [], longest: 0, shown: [], kept: 0, keep: () => [] };
  }
}

function chosen(codes: readonly string[], longest = codes.length): Pick<Place, 'codes' | 'longest'> {
  return { codes, longest };
}

function codesOfCheck({ kind, options }: BlockOf<'check'>): readonly string[] {
  if (kind !== 'match') return options.map(({ id }) => id);
  return options.flatMap(({ id }) => options.map((other) => `${id}:${other.id}`));
}

/** Of a decision the last way to each ending, and the way that somebody is on. */
function placeOfDecision(block: BlockOf<'decision'>): Place {
  const codes = block.nodes.flatMap(({ id, choices }) => choices.map((choice) => `${id}:${choice.id}`));
  const keep = (answers: readonly Answer[]): readonly Answer[] => {
    const lastTo = new Map(answers.map((answer, at) => [endingOf(block, answer), at]));
    lastTo.delete(null);
    const wanted = new Set([...lastTo.values(), answers.length - 1]);
    return answers.filter((_answer, at) => wanted.has(at));
  };
  return { codes, longest: block.nodes.length, shown: [], kept: block.endings.length + 1, keep };
}

/** Of a bank the best round and the last one. */
function placeOfBank(bank: readonly BlockOf<'check'>[]): Place {
  const codes = bank.flatMap((question) => codesOfCheck(question).map((code) => `${question.id}=${code}`));
  const objectives = Map.groupBy(bank, ({ objective }) => objective);
  const longest = [...objectives.values()].reduce(
    (sum, questions) => sum + Math.max(...questions.map(({ options }) => options.length)),
    0,
  );
  const keep = (answers: readonly Answer[]): readonly Answer[] => {
    const rights = answers.map((answer) => rightInRound(bank, answer));
    const best = rights.indexOf(Math.max(...rights));
    return answers.filter((_answer, at) => at === best || at === answers.length - 1);
  };
  return { codes, longest, shown: bank.map(({ id }) => id), kept: 2, keep };
}
