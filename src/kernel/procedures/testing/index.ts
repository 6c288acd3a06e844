/** Generated facts and questions in one line, for tests of what stands on the journey engine. */
export { ask } from './ask.ts';
export { anyDay, anyFact, anyFacts } from './build-facts.ts';
