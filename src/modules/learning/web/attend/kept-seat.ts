import { z } from 'zod';

// The secret of an own page, kept on the phone that signed up: so the code of the room, scanned by any camera, finds who scans it.

const keptUnder = 'baken.attend';
const keptShape = z.object({ secret: z.string(), until: z.number() });

/** Until a day after a session its code can be asked for. */
const keptMilliseconds = 86_400_000;

/** Remembers an own page until a day after its session ends; nothing where the browser keeps nothing. */
export function keepSeat(secret: string, endsAt: string): void {
  try {
    localStorage.setItem(keptUnder, JSON.stringify({ secret, until: new Date(endsAt).getTime() + keptMilliseconds }));
  } catch {
    // Then the code is typed on the own page.
  }
}

/** The secret that was remembered last, and is not over. */
export function keptSeat(now: Date): string | null {
  try {
    const { secret, until } = keptShape.parse(JSON.parse(localStorage.getItem(keptUnder) ?? ''));
    if (until > now.getTime()) return secret;
  } catch {
    // Nothing is kept, or something else wrote there.
  }
  forgetSeat();
  return null;
}

export function forgetSeat(): void {
  try {
    localStorage.removeItem(keptUnder);
  } catch {
    // Nothing was kept.
  }
}
