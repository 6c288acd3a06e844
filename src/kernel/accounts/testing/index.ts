/** Small scenarios with accounts, made through the real client code. */
export { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from './found-programme.ts';
export { probeRoutes, type ProbedRoute } from './route-matrix.ts';
