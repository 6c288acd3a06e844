/** Fictional samples of casework for tests and the practice world. */
export { buildConsent, buildContact, buildPaper, buildPerson, buildReach } from './sealed-samples.ts';
