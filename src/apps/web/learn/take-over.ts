/**
 * Takes away what the page brought along to be read (`#first`) once the player draws something of its own, and at once where
 * it is in another language. Whoever had begun to read it stays where they were.
 */
export function takeOver(within: HTMLElement, language: string): void {
  const first = document.getElementById('first');
  if (!first) return;
  if (first.lang !== language) return first.remove();
  const watch = new MutationObserver(() => {
    if (!within.querySelector('main')) return;
    watch.disconnect();
    const read = scrollY;
    first.remove();
    // Drawn anew, a scene is shown from its top.
    if (read > 0) requestAnimationFrame(() => requestAnimationFrame(() => scrollTo({ top: read })));
  });
  watch.observe(within, { childList: true, subtree: true });
}
