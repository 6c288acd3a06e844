import type { ViewerOrder } from '#kernel/documents';

/** An order, when a message is one. Only the host can reach the port; this is against mistakes. */
export function readOrder(message: unknown): ViewerOrder | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('kind' in message && message.kind === 'show' && 'bytes' in message && message.bytes instanceof ArrayBuffer))
    return null;
  // The host of this frame is our own component; the check above is what could differ by mistake.
  return message as ViewerOrder;
}
