import { useEffect } from 'react';

const within = 2_000;

/**
 * Covers the page at once, ends the session, forgets keys and shows a neutral page. What was typed
 * and not saved is gone on purpose: somebody is looking.
 */
export function leaveQuickly(forget: () => void): void {
  document.body.replaceChildren();
  document.title = 'Weather';
  forget();
  location.replace('/weather.html');
}

/** Three Shift, or three Escape, within two seconds and without another key between. */
export function useLeaveKeys(leave: () => void): void {
  useEffect(() => {
    let pressed: { key: string; at: number }[] = [];
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat) return;
      if (event.key !== 'Shift' && event.key !== 'Escape') {
        pressed = [];
        return;
      }
      // An Escape that closed something does not count.
      if (event.key === 'Escape' && (event.defaultPrevented || document.querySelector('dialog[open]'))) return;
      pressed = [...pressed, { key: event.key, at: event.timeStamp }].filter(
        ({ key, at }) => key === event.key && event.timeStamp - at < within,
      );
      if (pressed.length >= 3) leave();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [leave]);
}
