import { useEffect, useMemo, useRef, useState } from 'react';
import type { BundleOrder, OpenedCase } from '#modules/casework/client';
import type { ApplicationView } from './application-view.ts';
import { useApplicationAct, type ApplicationAct } from './use-application-act.ts';

/** One change of the order, made on whatever the order is by then. */
export type OrderStep = (order: BundleOrder) => BundleOrder;

/** The order of the bundle while it is being changed: shown at once, saved after a moment without a change. */
export interface BundleOrdering {
  readonly order: BundleOrder;
  readonly act: ApplicationAct;
  change(step: OrderStep): void;
}

/** Changes that are shown and not saved yet. */
interface Pending {
  /** The order that they change: as it was last saved from here, or as the page showed it. */
  readonly on: BundleOrder;
  readonly steps: readonly OrderStep[];
  /** How many of them, from the first, are being saved: what is changed meanwhile waits, since one sent twice is done twice. */
  readonly saving: number;
}

const quiet = 600;

/**
 * Keeps changes of the order on the page until they are saved, so that several quick ones are one. They
 * are kept as steps: what a colleague adds meanwhile stays. Those that are refused are taken back, and said.
 */
export function useBundleOrder(opened: OpenedCase, view: ApplicationView): BundleOrdering {
  const act = useApplicationAct(opened, view);
  const [pending, setPending] = useState<Pending | null>(null);
  const { order, turned } = view.content;
  const saved = useMemo(() => ({ order, turned }), [order, turned]);
  useEffect(() => {
    if (pending === null || pending.saving > 0) return;
    const { steps } = pending;
    const timer = setTimeout(() => {
      setPending((now) => now && { ...now, saving: steps.length });
      void saveSteps(act, steps).then((on) => setPending((now) => now && withoutSaved(now, steps, on)));
    }, quiet);
    return () => clearTimeout(timer);
    // What is saved is what was changed last: the functions around it may be new without meaning anything else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pending]);
  useSavingOnLeave(act, pending);
  const shown = useMemo(() => (pending ? afterSteps(pending.on, pending.steps) : saved), [pending, saved]);
  const change = (step: OrderStep): void =>
    setPending((now) => (now ? { ...now, steps: [...now.steps, step] } : { on: saved, steps: [step], saving: 0 }));
  return { order: shown, act, change };
}

/** What waits for its moment is saved when the page is left, instead of being forgotten with it. */
function useSavingOnLeave(act: ApplicationAct, pending: Pending | null): void {
  const latest = useRef({ act, pending });
  useEffect(() => {
    latest.current = { act, pending };
  });
  useEffect(
    () => () => {
      const { act: last, pending: left } = latest.current;
      // What is being saved already is saved in its turn, and before these.
      const steps = left?.steps.slice(left.saving) ?? [];
      if (steps.length > 0) void saveSteps(last, steps);
    },
    [],
  );
}

/** Saves steps on whatever the order is by then, and gives what it came to; null when it was refused. */
async function saveSteps(act: ApplicationAct, steps: readonly OrderStep[]): Promise<BundleOrder | null> {
  let on: BundleOrder | null = null;
  const done = await act.save((content) => (on = afterSteps(content, steps)));
  return done ? on : null;
}

/** What is left to save; null when nothing is, or nothing can be. */
function withoutSaved({ steps }: Pending, saved: readonly OrderStep[], on: BundleOrder | null): Pending | null {
  const left = steps.slice(saved.length);
  return on === null || left.length === 0 ? null : { on, steps: left, saving: 0 };
}

function afterSteps({ order, turned }: BundleOrder, steps: readonly OrderStep[]): BundleOrder {
  return steps.reduce((now, step) => step(now), { order, turned });
}
