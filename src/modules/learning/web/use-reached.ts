import { useEffect, useRef, type RefObject } from 'react';

/**
 * Tells once for each part that came into sight while a scene is shown; parts carry their id in `data-block`. Looks anew when
 * `parts` names others. Who was taken back to a part is there already: what is in sight with it at first is not told, else each
 * return would lead a little further down.
 */
export function useReached(
  list: RefObject<HTMLElement | null>,
  parts: string,
  { resumed, reached }: { readonly resumed: boolean; readonly reached: (block: string) => void },
): void {
  const told = useRef(new Set<string>());
  const quiet = useRef(resumed);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const block = target.getAttribute('data-block') ?? '';
        if (!isIntersecting || told.current.has(block)) continue;
        told.current.add(block);
        if (!quiet.current) reached(block);
      }
      quiet.current = false;
    });
    for (const part of list.current?.querySelectorAll('[data-block]') ?? []) observer.observe(part);
    return () => observer.disconnect();
    // Looked at anew for each scene; what is told of a block does not depend on when this was drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [list, parts]);
}
