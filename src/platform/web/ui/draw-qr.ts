import qrcode from 'qrcode-generator';

/** A QR code as squares: how many there are along a side, the quiet zone of four included, and their outline as an SVG path. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

const quiet = 4;

/** Draws a text as a QR code (ISO/IEC 18004) that bears a loss of 15 %; the smallest one that holds it. */
export function drawQr(text: string): QrDrawing {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) squares.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { size: count + 2 * quiet, path: squares.join('') };
}
