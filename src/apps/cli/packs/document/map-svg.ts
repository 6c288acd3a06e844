import { mapMeasures, type MapBox, type StageMap } from '#kernel/procedures';
import { escapeMarkup } from './escape-markup.ts';

const { markRadius, lineHeight, boxPadding, nameGap } = mapMeasures;

/** Colours of a drawing, as the sheet of the page names them. */
export interface MapColours {
  readonly line: string;
  readonly box: string;
  readonly ground: string;
  readonly ink: string;
  readonly mark: string;
  readonly onMark: string;
}

/** A map of stages as one SVG element without script or outside parts. `title` is its name for those who do not see it. */
export function mapSvg(map: StageMap, title: string, colours: MapColours): string {
  const { width, height } = map;
  const head = `head-${map.track}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeMarkup(title)}" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="sans-serif" font-size="13">`,
    `<defs><marker id="${head}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${colours.mark}"/></marker></defs>`,
    ...map.lines.map(({ points, leads }) => {
      const path = points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ');
      return `<polyline fill="none" stroke="${colours.line}" stroke-width="1.5"${leads ? ` marker-end="url(#${head})"` : ''} points="${path}"/>`;
    }),
    ...map.boxes.map((box) => boxSvg(box, colours)),
    ...map.steps.map(({ number, x, y, isVerified }) => {
      const ring = isVerified ? '' : ` stroke="${colours.ground}" stroke-width="2" stroke-dasharray="4 3"`;
      return (
        `<circle cx="${String(x)}" cy="${String(y)}" r="${String(markRadius)}" fill="${colours.mark}"${ring}/>` +
        `<text x="${String(x)}" y="${String(y + 4)}" text-anchor="middle" font-size="12" fill="${colours.onMark}">${String(number)}</text>`
      );
    }),
    '</svg>',
  ].join('');
}

function boxSvg({ x, y, width, height, names, isFirst, isEnding }: MapBox, colours: MapColours): string {
  const stroke = isFirst || isEnding ? 2.5 : 1.25;
  const radius = isEnding ? Math.min(18, height / 2) : 8;
  const rect = `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="${String(radius)}" fill="${colours.ground}" stroke="${colours.box}" stroke-width="${String(stroke)}"/>`;
  let top = y + boxPadding;
  const texts = names.map((lines) => {
    const told = lines.map((line, at) => {
      const base = top + at * lineHeight + 13;
      return `<text x="${String(x + width / 2)}" y="${String(base)}" text-anchor="middle" fill="${colours.ink}">${escapeMarkup(line)}</text>`;
    });
    top += lines.length * lineHeight + nameGap;
    return told.join('');
  });
  return rect + texts.join('');
}
