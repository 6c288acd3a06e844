import { useEffect, useRef } from 'react';
import type { ViewerAnswer, ViewerOrder } from '../index.ts';
import styles from './documents.module.css';

/**
 * The frame without an origin that shows one file. It asks for its order through a port of its own; only
 * the window of this very frame is listened to.
 */
export function ViewerFrame({
  order,
  label,
  onAnswer,
}: {
  readonly order: ViewerOrder;
  readonly label: string;
  readonly onAnswer: (answer: ViewerAnswer) => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<MessagePort | null>(null);
  const wanted = useRef({ order, onAnswer });
  useEffect(() => {
    wanted.current = { order, onAnswer };
    port.current?.postMessage(order);
  }, [order, onAnswer]);
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      const [given] = event.ports;
      if (event.source !== frame.current?.contentWindow || !isReady(event.data) || !given) return;
      port.current?.close();
      port.current = given;
      given.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const answer = readAnswer(data);
        if (answer) wanted.current.onAnswer(answer);
      });
      given.start();
      given.postMessage(wanted.current.order);
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
      port.current?.close();
      port.current = null;
    };
  }, []);
  return (
    <iframe
      ref={frame}
      className={styles['frame']}
      title={label}
      src="/viewer.html"
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
    />
  );
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'viewer-ready';
}

/** What comes out of the frame may be anything: a poisoned file could have taken it over. */
function readAnswer(message: unknown): ViewerAnswer | null {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null;
  if (message.kind === 'shown' && 'pages' in message && typeof message.pages === 'number')
    return { kind: 'shown', pages: message.pages };
  if (message.kind !== 'failed') return null;
  return {
    kind: 'failed',
    code: 'code' in message && message.code === 'ViewerNeedsPassword' ? 'ViewerNeedsPassword' : 'ViewerCannotShow',
  };
}
