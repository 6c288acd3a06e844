import { drawQr } from './draw-qr.ts';
import styles from './qr-picture.module.css';

/** A QR code as a picture made of squares; nothing is fetched and nothing is stored. */
export function QrPicture({
  text,
  name,
  width = 220,
}: {
  readonly text: string;
  readonly name: string;
  /** In CSS pixels; it is as high as it is wide. */
  readonly width?: number;
}) {
  const { size, path } = drawQr(text);
  return (
    <svg
      className={styles['qr']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      width={width}
      height={width}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
