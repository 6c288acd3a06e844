/** Web door of disclosure: a check beside the page. */
export { checkAside, type RunningCheck } from './check-aside.ts';
export type { Checked } from './to-check.ts';
