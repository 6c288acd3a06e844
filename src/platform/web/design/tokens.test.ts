import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

interface Colour {
  /** Linear red, green and blue as OKLCH gives them; outside 0 to 1 they are outside sRGB. */
  readonly linear: readonly [number, number, number];
  readonly hex: string;
  readonly opaque: boolean;
}

/** OKLCH to linear sRGB, after Ottosson's published matrices. */
function toLinear(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function coloursOf(block: string): ReadonlyMap<string, Colour> {
  const line = /--([a-z0-9-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)( \/ [\d.]+)?\); \/\* (#[0-9a-f]{6}) \*\//g;
  return new Map(
    [...block.matchAll(line)].map(([, name = '', l, c, h, alpha, hex = '']) => [
      name,
      { linear: toLinear(Number(l), Number(c), Number(h)), hex, opaque: alpha === undefined },
    ]),
  );
}

/** The declarations of the first rule that opens after a selector. */
function blockAfter(selector: string): string {
  const from = sheet.indexOf('{', sheet.indexOf(selector));
  return sheet.slice(from, sheet.indexOf('}', from));
}

const light = coloursOf(blockAfter('\n:root {'));
const darkOfSystem = coloursOf(blockAfter(":root:not([data-theme='light'])"));
const darkChosen = coloursOf(blockAfter("\n[data-theme='dark']"));

function toHex({ linear }: Colour): string {
  const byte = (value: number): string => {
    const bounded = Math.min(1, Math.max(0, value));
    const coded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(coded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${linear.map(byte).join('')}`;
}

function contrast(theme: ReadonlyMap<string, Colour>, text: string, ground: string): number {
  const luminance = (name: string): number => {
    const colour = theme.get(name);
    if (!colour) throw new Error(`no token ${name}`);
    const [red, green, blue] = colour.linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(text), luminance(ground)].toSorted((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'hover'];
const tints = ['sea-tint', 'lamp-tint', 'late-tint', 'soon-tint', 'done-tint', 'wait-tint', 'seal-tint'];
const cross = (texts: readonly string[], on: readonly string[]): (readonly [string, string])[] =>
  texts.flatMap((text) => on.map((ground) => [text, ground] as const));

/** What stands on what, by how much it must stand out (WCAG 2.2, and more for text that is read). */
const pairs: readonly (readonly [least: number, pairs: (readonly [string, string])[]])[] = [
  [7, [...cross(['ink'], [...grounds, ...tints]), ...cross(['ink-2'], ['paper', 'surface']), ['on-deep', 'sea-deep']]],
  [
    5,
    [
      ...cross(['ink-2'], ['sunken', 'hover', ...tints]),
      ...cross(['ink-3'], ['paper', 'surface']),
      ...cross(['sea', 'link'], ['paper', 'surface', 'sunken', 'sea-tint']),
      ...cross(['late', 'soon', 'done', 'wait', 'seal'], ['paper', 'surface']),
      ['lamp-ink', 'surface'],
      ['lamp-ink', 'lamp-tint'],
      ['late', 'late-tint'],
      ['soon', 'soon-tint'],
      ['done', 'done-tint'],
      ['wait', 'wait-tint'],
      ['seal', 'seal-tint'],
      ['on-sea', 'sea'],
      ['on-late', 'late'],
      ['on-deep-2', 'sea-deep'],
    ],
  ],
  [3, [...cross(['edge'], ['paper', 'surface', 'sunken']), ...cross(['focus'], [...grounds, 'sea-tint', 'lamp-tint'])]],
];

describe.each([
  ['light', light],
  ['dark', darkOfSystem],
] as const)('%s', (_name, theme) => {
  it.each(pairs)('stands out by %d or more', (least, own) => {
    const weak = own
      .map(([text, ground]) => ({ pair: `${text} on ${ground}`, is: contrast(theme, text, ground) }))
      .filter(({ is }) => is < least);
    expect(weak).toEqual([]);
  });

  it('names each colour in hexadecimal as it is, and inside sRGB', () => {
    expect(theme.size).toBeGreaterThan(35);
    for (const [name, colour] of theme) {
      expect(`${name} ${toHex(colour)}`).toBe(`${name} ${colour.hex}`);
      for (const part of colour.linear) {
        expect(part).toBeGreaterThan(-0.002);
        expect(part).toBeLessThan(1.002);
      }
    }
  });
});

it('is as dark by choice as by system', () => {
  expect([...darkChosen]).toEqual([...darkOfSystem]);
});

it('looks at no fewer pairs than the design computed', () => {
  expect(2 * pairs.reduce((sum, [, own]) => sum + own.length, 0)).toBeGreaterThanOrEqual(98);
});
