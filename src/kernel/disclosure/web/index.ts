/** Web door of disclosure: a check and an estimate beside the page, and published tables to estimate from. */
export { checkAside, type RunningCheck } from './check-aside.ts';
export { estimateAside, type RunningEstimate } from './estimate-aside.ts';
export { presets } from '../model/estimate/presets.ts';
export type { Checked } from './to-check.ts';
