import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const fileOf = (name: string): Uint8Array => readFileSync(createRequire(import.meta.url).resolve(name));

/** Dots drawn for each unit of the drawing: at 96 units to the inch that is 240 to the inch, enough for paper. */
const zoom = 2.5;

let ready: Promise<void> | undefined;

/** An SVG as a PNG on white, in the type of Baken: some programs show a drawing only as a bitmap. */
export async function mapPicture(svg: string): Promise<Uint8Array> {
  await (ready ??= initWasm(fileOf('@resvg/resvg-wasm/index_bg.wasm')));
  const drawing = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: [fileOf('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')],
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
}
