import qrcode from 'qrcode-generator';
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
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) squares.push(`M${column + 4} ${row + 4}h1v1h-1z`);
    }
  }
  const size = count + 8;
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
      <path d={squares.join('')} fill="#000000" />
    </svg>
  );
}
