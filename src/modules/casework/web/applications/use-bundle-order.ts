import { useEffect, useMemo, useState } from 'react';
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

const quiet = 600;

/**
 * Keeps changes of the order on the page until they are saved, so that several quick ones are one. They
 * are kept as steps: what a colleague adds meanwhile stays.
 */
export function useBundleOrder(opened: OpenedCase, view: ApplicationView): BundleOrdering {
  const act = useApplicationAct(opened, view);
  const [steps, setSteps] = useState<readonly OrderStep[]>([]);
  const { save } = act;
  useEffect(() => {
    if (steps.length === 0) return;
    const timer = setTimeout(() => {
      void save((content) => afterSteps(content, steps)).then(() =>
        // Steps that came while this was being saved wait for their own turn.
        setSteps((now) => now.slice(steps.length)),
      );
    }, quiet);
    return () => clearTimeout(timer);
    // What is saved is what was changed last: the functions around it may be new without meaning anything else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [steps]);
  const { order, turned } = view.content;
  const shown = useMemo(() => afterSteps({ order, turned }, steps), [order, turned, steps]);
  return { order: shown, act, change: (step) => setSteps((now) => [...now, step]) };
}

function afterSteps({ order, turned }: BundleOrder, steps: readonly OrderStep[]): BundleOrder {
  return steps.reduce((now, step) => step(now), { order, turned });
}
