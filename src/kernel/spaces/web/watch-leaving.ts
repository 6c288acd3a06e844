/**
 * Tells when this page is hidden or goes, which may be the last that it does. Answers how to ask whether that is so now: a
 * request that leaves then must outlive the page.
 */
export function watchLeaving(onLeave: () => void): () => boolean {
  let leaving = false;
  const leave = (): void => {
    leaving = true;
    onLeave();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
    else leaving = false;
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', () => (leaving = document.visibilityState === 'hidden'));
  return () => leaving;
}
