import type { AnyRefusal, Result, RouteInput, RouteOutput } from '#platform/base';
import type { peopleRoutes } from '../../contract/people-routes.ts';

type Routes = typeof peopleRoutes;
export type PeopleList = RouteOutput<Routes['listPeople']>;
export type ListedPerson = PeopleList['people'][number];
export type Invited = RouteOutput<Routes['invitePeople']>;
export type ToInvite = RouteInput<Routes['invitePeople']>['input'];
export type NewRule = RouteInput<Routes['savePeopleRule']>['input'];

type Answer<Value> = Promise<Result<Value, AnyRefusal>>;

/** What whoever looks after the people of one organisation asks of the server: a colleague, or somebody at a partner. */
export interface PeopleCalls {
  list(): Answer<PeopleList>;
  invite(people: ToInvite): Answer<Invited>;
  renew(id: ListedPerson['id']): Answer<Invited>;
  withdraw(ids: readonly ListedPerson['id'][]): Answer<unknown>;
  saveRule(rule: NewRule): Answer<unknown>;
  /** The list once more, to be handed out as a file: it is written down that it was. */
  handOut(): Answer<PeopleList>;
  drawId(): ListedPerson['id'];
}
