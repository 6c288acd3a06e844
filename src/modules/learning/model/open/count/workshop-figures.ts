import type { CivilDate } from '#platform/base';
import { closedMonths, openMonths } from './figures-of-year.ts';
import type { OrganisationId } from './learning-ids.ts';
import { releaseSteps } from './release-steps.ts';

/** How many people were at workshops in a month: each as often as they were. */
export interface CountedPresences {
  /** Our own people, those with an account. */
  readonly own: boolean;
  /** Null for our own people, and for guests of no organisation. */
  readonly organisation: OrganisationId | null;
  /** 1 to 12. */
  readonly month: number;
  readonly count: number;
}

/** Months told together, and how many were there in them. */
export interface PresenceStep {
  readonly from: number;
  readonly until: number;
  readonly presences: number;
}

/** Who took part: our own people, an organisation by its name, or guests of none. */
export interface WorkshopFigures {
  readonly of: 'own-people' | 'organisation' | 'guests';
  readonly name: string | null;
  readonly own: boolean;
  readonly steps: readonly PresenceStep[];
  /** Whether closed months are held over, because fewer than ten would be told. */
  readonly held: boolean;
}

/**
 * Workshop places that were used in a year, by the same rule as everything that is told: our own by the month, of others closed months
 * in steps of none or at least ten (`releaseSteps`). Who is told of nothing is left out.
 */
export function figuresOfWorkshops(
  organisations: readonly { readonly id: OrganisationId; readonly name: string; readonly own: boolean }[],
  counted: readonly CountedPresences[],
  { year, today }: { readonly year: number; readonly today: CivilDate },
): readonly WorkshopFigures[] {
  const told = (own: boolean, mine: readonly CountedPresences[]) => tell(own, mine, { year, today });
  const all: readonly WorkshopFigures[] = [
    {
      of: 'own-people',
      name: null,
      ...told(
        true,
        counted.filter(({ own }) => own),
      ),
    },
    ...organisations.map(({ id, name, own }): WorkshopFigures => ({
      ...{ of: 'organisation', name },
      ...told(
        own,
        counted.filter(({ organisation }) => organisation === id),
      ),
    })),
    {
      ...{ of: 'guests', name: null },
      ...told(
        false,
        counted.filter(({ own, organisation }) => !own && organisation === null),
      ),
    },
  ];
  return all.filter(({ steps, held }) => held || steps.some(({ presences }) => presences > 0));
}

function tell(
  own: boolean,
  mine: readonly CountedPresences[],
  { year, today }: { readonly year: number; readonly today: CivilDate },
): Pick<WorkshopFigures, 'own' | 'held' | 'steps'> {
  const last = own ? openMonths(year, today) : closedMonths(year, today);
  const months = Array.from({ length: last }, (_, at) =>
    mine.reduce((sum, { month, count }) => (month === at + 1 ? sum + count : sum), 0),
  );
  if (own)
    return { own, held: false, steps: months.map((presences, at) => ({ from: at + 1, until: at + 1, presences })) };
  const { steps, held } = releaseSteps(months.map((people) => ({ people, completions: 0, certificates: 0, began: 0 })));
  return { own, held, steps: steps.map(({ from, until, people }) => ({ from, until, presences: people ?? 0 })) };
}

/**
 * The day on which somebody counts who was at a session of a day: that day, or today where its month has been told. Numbers that were
 * told do not change.
 */
export function presenceDay(heldOn: CivilDate, today: CivilDate): CivilDate {
  const [year = 0, month = 0] = heldOn.split('-').map(Number);
  return month <= closedMonths(year, today) ? today : heldOn;
}
