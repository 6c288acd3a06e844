/** Server side of casework: routes over open rows, and the rules of spaces of kind `case`. */
export { createCaseRules, type CaseRulesParts } from './case-rules.ts';
export { createCaseworkServer } from './casework-server.ts';
