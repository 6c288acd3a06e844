/** Server side of casework: routes over open rows, and the rules of spaces of kind `case`. */
export { createCaseRules, type CaseRulesParts } from './case-rules.ts';
export { createCaseSubscribers } from './case-subscribers.ts';
export { createCaseworkServer } from './casework-server.ts';
