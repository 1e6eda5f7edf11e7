import dagre from '@dagrejs/dagre';
import type { Lifecycle } from '../../../lifecycle/lifecycle.js';

/** Box of a state, in the middle of `x` and `y`; whole pixels. */
export interface StateBox {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All transitions between the same two states as one arrow, with the place of its label. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly transitions: readonly string[];
  readonly points: readonly Point[];
  readonly label: Point;
}

/** Whole pixels from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of a state diagram is drawn. */
export interface LifecycleLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly StateBox[];
  readonly arrows: readonly Arrow[];
}

/** The part of dagre that is used here: its own types do not resolve under NodeNext. */
interface LayoutGraph {
  setGraph(options: Readonly<Record<string, string | number>>): void;
  setNode(name: string, size: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string, label: Readonly<Record<string, string | number>>): void;
  nodes(): readonly string[];
  node(name: string): Omit<StateBox, 'name'>;
  edge(from: string, to: string): Point & { readonly points: readonly Point[] };
  graph(): { readonly width: number; readonly height: number };
}
interface LayoutLibrary {
  readonly graphlib: { readonly Graph: new () => LayoutGraph };
  layout(graph: LayoutGraph): void;
}
const library = dagre as unknown as LayoutLibrary;

const box = { width: 128, height: 40 };
const start = { width: 18, height: 18 };
const label = { width: 40, height: 18 };

/** Lays a lifecycle out in layers from its creation downwards. The same table always gives the same picture. */
export function lifecycleLayout({ states, transitions }: Pick<Lifecycle, 'states' | 'transitions'>): LifecycleLayout {
  const graph = new library.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 30, marginx: 12, marginy: 8 });
  const sources = new Set(transitions.map(({ from }) => from));
  for (const name of ['none', '*']) if (sources.has(name)) graph.setNode(name, { ...start });
  for (const { name } of states) graph.setNode(name, { ...box });
  const groups = new Map<string, { from: string; to: string; transitions: string[] }>();
  for (const { id, from, to } of transitions) {
    const key = `${from} ${to}`;
    const group = groups.get(key) ?? { from, to, transitions: [] };
    groups.set(key, group);
    group.transitions.push(id);
  }
  for (const { from, to } of groups.values()) graph.setEdge(from, to, { ...label, labelpos: 'c' });
  library.layout(graph);
  const { width, height } = graph.graph();
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    boxes: graph.nodes().map((name) => ({ name, ...whole(graph.node(name)) })),
    arrows: [...groups.values()].map((group) => {
      const edge = graph.edge(group.from, group.to);
      return { ...group, points: edge.points.map(wholePoint), label: wholePoint(edge) };
    }),
  };
}

function whole({ x, y, width, height }: Omit<StateBox, 'name'>): Omit<StateBox, 'name'> {
  return { ...wholePoint({ x, y }), width, height };
}

/** Whole numbers: the last digits of a layout must never make two pages differ. */
function wholePoint({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
