import { compareText, ok, type AnyRefusal, type Result } from '#platform/base';
import type { ListedPerson, PeopleList } from './people-calls.ts';

/** Asks for a list until all of it is there, and puts people in the order of their labels. A refusal on the way is the answer. */
export async function joinPages(
  ask: (from: { readonly after?: ListedPerson['id'] }) => Promise<Result<PeopleList, AnyRefusal>>,
): Promise<Result<PeopleList, AnyRefusal>> {
  const first = await ask({});
  if (!first.ok) return first;
  const people = [...first.value.people];
  for (let next = first.value.next; next !== null;) {
    const page = await ask({ after: next });
    if (!page.ok) return page;
    people.push(...page.value.people);
    next = page.value.next;
  }
  const ordered = people
    .map((person) => ({ person, by: person.label.toLowerCase() }))
    .toSorted((left, right) => compareText(left.by, right.by));
  return ok({ ...first.value, next: null, people: ordered.map(({ person }) => person) });
}
