import { Graph, layout } from '@dagrejs/dagre';
import {
  mapMeasures,
  type BoxedStages,
  type DrawnWay,
  type MapBox,
  type MapLine,
  type MapStep,
  type StageMap,
} from './map-drawing.ts';

const { markRadius, lineHeight, boxPadding, nameGap } = mapMeasures;
/** Room for about twenty letters of 13 points. */
const boxWidth = 152;
const lettersInLine = 21;

/**
 * Lays boxes out in layers from top to bottom, with a numbered mark on each way, by the dagre library: it puts what follows
 * below what comes before, and keeps lines from crossing as far as it can. The same boxes give the same drawing.
 */
export function layStages(
  boxes: readonly BoxedStages[],
  ways: readonly DrawnWay[],
): Pick<StageMap, 'width' | 'height' | 'boxes' | 'steps' | 'lines'> {
  const graph = graphOf(boxes, ways);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: boxes.map(({ names, isFirst, isEnding }, place): MapBox => {
      const { x, y, width: wide, height: high } = graph.node(boxName(place));
      const corner = { x: Math.round(x - wide / 2), y: Math.round(y - high / 2) };
      return { ...corner, width: wide, height: high, names: names.map(brokenInLines), isFirst, isEnding };
    }),
    steps: ways.map(({ isVerified }, place): MapStep => {
      const { x, y } = graph.node(wayName(place));
      return { number: place + 1, x: Math.round(x), y: Math.round(y), isVerified };
    }),
    lines: graph.edges().map((ends): MapLine => {
      const points = graph.edge(ends).points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
      return { points, leads: ends.v.startsWith('way') };
    }),
  };
}

function graphOf(boxes: readonly BoxedStages[], ways: readonly DrawnWay[]): Graph {
  const graph = new Graph({ directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 18, edgesep: 10, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [place, { names }] of boxes.entries())
    graph.setNode(boxName(place), { width: boxWidth, height: heightOf(names) });
  for (const [place, { from, to }] of ways.entries()) {
    graph.setNode(wayName(place), { width: markRadius * 2, height: markRadius * 2 });
    for (const box of from) graph.setEdge(boxName(box), wayName(place));
    graph.setEdge(wayName(place), boxName(to));
  }
  return graph;
}

function boxName(place: number): string {
  return `box ${String(place)}`;
}

function wayName(place: number): string {
  return `way ${String(place)}`;
}

function heightOf(names: readonly string[]): number {
  const lines = names.flatMap(brokenInLines).length;
  return lines * lineHeight + (names.length - 1) * nameGap + 2 * boxPadding;
}

/** A name in lines that fit a box; a longer word has a line of its own. */
function brokenInLines(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lettersInLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
