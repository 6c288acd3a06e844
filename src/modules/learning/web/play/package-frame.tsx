import { useEffect, useRef } from 'react';
import { readFrameMessage, type FrameMessage } from '../../model/open/play/frame-message.ts';
import styles from './play.module.css';

/** Milliseconds that a page may take to go. */
const longestGoodbye = 3_000;

interface PackageFrameProps {
  readonly address: string;
  readonly title: string;
  /** Shows an empty page in its place: so what the package says when it is left is still heard. */
  readonly emptied: boolean;
  readonly onMessage: (message: FrameMessage) => void;
  /** May be told twice. */
  readonly onEmptied: () => void;
}

/**
 * Pages of a package, without an origin or with that of the host for packages: no cookie of ours, no way out. What they say is heard from this
 * frame alone.
 */
export function PackageFrame({ address, title, emptied, onMessage, onEmptied }: PackageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = new URL(address, location.href).origin;
  // On the host for packages they have its origin. On ours they never have one, whatever the address.
  const beside = place !== location.origin && address.startsWith(`${place}/`);
  const said = beside ? place : 'null';
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent): void => {
      if (source === null || source !== frame.current?.contentWindow || origin !== said) return;
      const message = readFrameMessage(data);
      if (message !== null) onMessage(message);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onMessage, said]);
  useEffect(() => frame.current?.focus(), []);
  useEffect(() => {
    if (!emptied) return undefined;
    // A frame that hangs must not keep anybody here.
    const timer = setTimeout(onEmptied, longestGoodbye);
    return () => clearTimeout(timer);
  }, [emptied, onEmptied]);
  return (
    <iframe
      ref={frame}
      className={styles['frame']}
      title={title}
      // What pages of that host keep lies apart for this page alone, and goes with it, where the browser knows how (decision 0089).
      {...(beside ? { credentialless: true } : {})}
      sandbox={beside ? 'allow-scripts allow-forms allow-same-origin' : 'allow-scripts allow-forms'}
      src={emptied ? 'about:blank' : address}
      // What a page says while it goes comes a moment after it is gone: it runs beside ours.
      onLoad={() => emptied && setTimeout(onEmptied, 100)}
    />
  );
}
