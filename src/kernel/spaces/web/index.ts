/** The person at work in this tab: keys, verified directory, names of colleagues, and how it all ends. */
export { createWork, type OpenWork, type Work, type WorkState } from './work.ts';
export { keepInTab, type KeptInTab } from './kept-in-tab.ts';
export { StepUp, useStepUp } from './step-up.tsx';
export { useDesk, type DeskForm } from './use-desk.ts';
export { withNewerKeys } from './with-newer-keys.ts';
export { useOpenWork, useWork, WorkProvider } from './work-provider.tsx';
