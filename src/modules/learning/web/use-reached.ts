import { useEffect, type RefObject } from 'react';

/** Tells once for each part that came into sight; parts carry their id in `data-block`. Looks anew when `parts` names others. */
export function useReached(list: RefObject<HTMLElement | null>, parts: string, reached: (block: string) => void): void {
  useEffect(() => {
    const told = new Set<string>();
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const block = target.getAttribute('data-block') ?? '';
        if (!isIntersecting || told.has(block)) continue;
        told.add(block);
        reached(block);
      }
    });
    for (const part of list.current?.querySelectorAll('[data-block]') ?? []) observer.observe(part);
    return () => observer.disconnect();
    // Looked at anew for each scene; what is told of a block does not depend on when this was drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [list, parts]);
}
