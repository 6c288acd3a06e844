/**
 * What of the dagre library is used here. Its own declarations name files without endings, which the compiler does not follow,
 * so that everything would be `any`.
 */
declare module '@dagrejs/dagre' {
  interface Measures {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }

  interface Ends {
    readonly v: string;
    readonly w: string;
  }

  export class Graph {
    constructor(options: { readonly directed: boolean });
    setGraph(settings: Readonly<Record<string, string | number>>): void;
    /** After the layout with the measures of the whole. */
    graph(): Partial<Pick<Measures, 'width' | 'height'>>;
    setDefaultEdgeLabel(make: () => object): void;
    setNode(name: string, size: Pick<Measures, 'width' | 'height'>): void;
    setEdge(from: string, to: string): void;
    /** After the layout with its middle. */
    node(name: string): Measures;
    edges(): readonly Ends[];
    /** After the layout with the points its line goes through. */
    edge(ends: Ends): { readonly points: readonly { readonly x: number; readonly y: number }[] };
  }

  /** Gives every node a place and every edge its points. */
  export function layout(graph: Graph): void;
}
