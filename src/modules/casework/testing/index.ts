/** Fictional samples of casework for tests and the practice world. */
export { buildConsent, buildContact, buildPaper, buildPerson, buildReach, buildSafety } from './sealed-samples.ts';
