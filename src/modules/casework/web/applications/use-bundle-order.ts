import { useEffect, useMemo, useState } from 'react';
import type { Application, OpenedCase } from '#modules/casework/client';
import type { ApplicationView } from './application-view.ts';
import { useApplicationAct, type ApplicationAct } from './use-application-act.ts';

type Order = Pick<Application, 'order' | 'turned'>;

/** The order of the bundle while it is being changed: shown at once, saved after a moment without a change. */
export interface BundleOrdering {
  readonly order: Order;
  readonly act: ApplicationAct;
  change(next: {
    readonly order: readonly Order['order'][number][];
    readonly turned: readonly Order['turned'][number][];
  }): void;
}

const quiet = 600;

/** Keeps changes of the order on the page until they are saved, so that several quick ones are one. */
export function useBundleOrder(opened: OpenedCase, view: ApplicationView): BundleOrdering {
  const act = useApplicationAct(opened, view);
  const [local, setLocal] = useState<Order | null>(null);
  const { save } = act;
  useEffect(() => {
    if (!local) return;
    const timer = setTimeout(() => {
      void save(local).then(() => setLocal((now) => (now === local ? null : now)));
    }, quiet);
    return () => clearTimeout(timer);
    // What is saved is what was changed last: the functions around it may be new without meaning anything else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [local]);
  const { order, turned } = local ?? view.content;
  const shown = useMemo(() => ({ order, turned }), [order, turned]);
  return {
    order: shown,
    act,
    change: (next) => setLocal({ order: [...next.order], turned: [...next.turned] }),
  };
}
