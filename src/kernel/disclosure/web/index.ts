/** Web door of disclosure: a check and an estimate beside the page, and published tables to estimate from. */
export { checkAside, type RunningCheck } from './check-aside.ts';
export { estimateAside, type RunningEstimate } from './estimate-aside.ts';
export { judgeAside, type RunningJudge } from './judge-aside.ts';
export { presets } from '../model/estimate/presets.ts';
export type { Checked } from './to-check.ts';
export type { JudgedAside } from './to-judge.ts';
