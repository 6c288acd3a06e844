import type { LaunchVerb } from './launch-facts.ts';

/** Addresses that cmi5 gives to what its statements say (cmi5, 7.1.3, 9.3 to 9.6). */
export const launchWords = {
  category: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOnCategory: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  session: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  launchMode: 'https://w3id.org/xapi/cmi5/context/extensions/launchmode',
  launchUrl: 'https://w3id.org/xapi/cmi5/context/extensions/launchurl',
  moveOn: 'https://w3id.org/xapi/cmi5/context/extensions/moveon',
  launchParameters: 'https://w3id.org/xapi/cmi5/context/extensions/launchparameters',
  reason: 'https://w3id.org/xapi/cmi5/result/extensions/reason',
  block: 'https://w3id.org/xapi/cmi5/activitytype/block',
  course: 'https://w3id.org/xapi/cmi5/activitytype/course',
  launchState: 'LMS.LaunchData',
  preferences: 'cmi5LearnerPreferences',
} as const;

const adl = new Set<LaunchVerb>(['abandoned', 'waived', 'satisfied']);

/** The address of a verb. */
export function verbAddress(verb: LaunchVerb): string {
  return adl.has(verb) ? `https://w3id.org/xapi/adl/verbs/${verb}` : `http://adlnet.gov/expapi/verbs/${verb}`;
}
