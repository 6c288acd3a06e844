import {
  addDays,
  dayInAmsterdam,
  ok,
  weekday,
  type CivilDate,
  type Result,
  type RouteOutput,
  type TenantId,
  type UserId,
} from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { caseRoutes } from '../../contract/case-routes.ts';
import type { DueSide } from '../../model/open/due.ts';
import { listMinutes } from '../store/hours-store.ts';
import { countCases, countCasesPerPerson, countDueByDay, listCasesWithoutLead } from '../store/overview-store.ts';
import { lastStatements, type Tx } from '#platform/server/db';

type Overview = RouteOutput<typeof caseRoutes.readOverview>;
type DayCount = { readonly date: CivilDate; readonly whose: DueSide; readonly dates: number };

const weeksAhead = 13;

/** The coordinator's numbers of a branch, on the day it is in Amsterdam; all of them from open rows. */
export async function readOverview(
  { tx, tenant, clock }: RequestContext,
  { query }: { readonly query: { readonly branch?: string | undefined } },
): Promise<Result<Overview>> {
  const branch = query.branch ?? tenant;
  const on = dayInAmsterdam(clock.now());
  const monday = addDays(on, 1 - weekday(on));
  const lastDay = addDays(monday, weeksAhead * 7 - 1);
  const horizon = lastDay > addDays(on, 90) ? lastDay : addDays(on, 90);
  lastStatements(tx, 5);
  const [cases, days, withoutLead, load] = await Promise.all([
    countCases(tx, tenant, branch),
    countDueByDay(tx, tenant, branch, horizon),
    listCasesWithoutLead(tx, tenant, branch),
    readLoad(tx, tenant, branch, on),
  ]);
  return ok({
    on,
    phases: sumBy(cases, ({ phase }) => phase).map(([phase, sum]) => ({ phase, cases: sum })),
    states: sumBy(cases, ({ state }) => state).map(([state, sum]) => ({ state, cases: sum })),
    dates: {
      overdue: sides(days.filter(({ date }) => date < on)),
      within7: sides(between(days, on, addDays(on, 7))),
      within30: sides(between(days, on, addDays(on, 30))),
      within90: sides(between(days, on, addDays(on, 90))),
    },
    weeks: Array.from({ length: weeksAhead }, (_, week) => {
      const from = addDays(monday, week * 7);
      return { from, ...sides(between(days, from, addDays(from, 6))) };
    }),
    withoutLead: [...withoutLead],
    load,
  });
}

function sumBy<Row extends { readonly cases: number }, Key extends string>(
  rows: readonly Row[],
  key: (row: Row) => Key,
): [Key, number][] {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.cases);
  return [...sums];
}

function between(days: readonly DayCount[], from: CivilDate, to: CivilDate): readonly DayCount[] {
  return days.filter(({ date }) => date >= from && date <= to);
}

function sides(days: readonly DayCount[]): { person: number; authority: number } {
  const sum = (side: DueSide) => days.reduce((total, { whose, dates }) => (whose === side ? total + dates : total), 0);
  return { person: sum('person'), authority: sum('authority') };
}

async function readLoad(tx: Tx, tenant: TenantId, branch: string, on: CivilDate): Promise<Overview['load']> {
  const thisMonth = on.slice(0, 7);
  const lastMonth = addDays(on, -Number(on.slice(8))).slice(0, 7);
  const [perPerson, minutes] = await Promise.all([
    countCasesPerPerson(tx, tenant, branch),
    listMinutes(tx, tenant, [thisMonth, lastMonth]),
  ]);
  const casesOf = new Map(perPerson.map(({ user, cases }) => [user, cases]));
  const minutesOf = new Map(minutes.map((row) => [`${row.user} ${row.month}`, row.minutes]));
  const users = new Set<UserId>([...casesOf.keys(), ...minutes.map(({ user }) => user)]);
  return [...users].toSorted().map((user) => ({
    user,
    cases: casesOf.get(user) ?? 0,
    minutesThisMonth: minutesOf.get(`${user} ${thisMonth}`) ?? 0,
    minutesLastMonth: minutesOf.get(`${user} ${lastMonth}`) ?? 0,
  }));
}
