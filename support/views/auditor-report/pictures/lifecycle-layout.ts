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

const boxHeight = 40;
const boxWidth = (name: string): number => Math.max(96, 18 + 8 * name.length);
const start = { width: 18, height: 18 };
const label = { width: 36, height: 18 };

/** Room to the right of a box for the arrow of a state that leads to itself. */
const loop = 34;

type Table = Pick<Lifecycle, 'states' | 'transitions'>;

/** Layouts so far: a page and whoever derives it again draw the same few tables, and a layout is a tenth of a page's time. */
const laidOut = new Map<string, LifecycleLayout>();

/** Lays a lifecycle out in layers from its creation downwards. The same table always gives the same picture. */
export function lifecycleLayout(table: Table): LifecycleLayout {
  const key = JSON.stringify([table.states.map(({ name }) => name), table.transitions]);
  const layout = laidOut.get(key) ?? layoutOf(table);
  laidOut.set(key, layout);
  return layout;
}

function layoutOf({ states, transitions }: Table): LifecycleLayout {
  const graph = new library.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 26, marginx: 10, marginy: 8 });
  const groups = arrowGroups(transitions);
  const loops = new Set(groups.flatMap(({ from, to }) => (from === to ? [from] : [])));
  const starts = ['none', '*'].filter((name) => transitions.some(({ from }) => from === name));
  for (const name of starts) graph.setNode(name, start);
  for (const { name } of states)
    graph.setNode(name, { height: boxHeight, width: boxWidth(name) + (loops.has(name) ? 2 * loop : 0) });
  for (const { from, to } of groups) if (from !== to) graph.setEdge(from, to, { ...label, labelpos: 'c' });
  // A state nothing leads to stands below the start like the others; the line that holds it there is never drawn.
  const reached = new Set(groups.map(({ to }) => to));
  for (const { name } of states) if (!reached.has(name)) graph.setEdge(starts[0] ?? name, name, { ...label });
  library.layout(graph);
  const { width, height } = graph.graph();
  const boxOf = (name: string): StateBox => ({
    ...{ name, ...wholePoint(graph.node(name)) },
    ...(starts.includes(name) ? start : { width: boxWidth(name), height: boxHeight }),
  });
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    boxes: graph.nodes().map(boxOf),
    arrows: groups.map((group) => {
      const [from, to] = [boxOf(group.from), boxOf(group.to)];
      if (group.from === group.to) return { ...group, ...loopAt(from) };
      const { points, x, y } = graph.edge(group.from, group.to);
      const way = points.slice(1, -1).map(wholePoint);
      const ends = [edgeOf(from, way[0] ?? to), edgeOf(to, way.at(-1) ?? from)] as const;
      return { ...group, points: [ends[0], ...way, ends[1]], label: wholePoint({ x, y }) };
    }),
  };
}

/** Where the line from the middle of a box to a point leaves the box; dagre knows only the room that was kept for it. */
function edgeOf({ x, y, width, height }: StateBox, { x: toX, y: toY }: Point): Point {
  const [dx, dy] = [toX - x, toY - y];
  const scale = 1 / Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2), 1);
  return wholePoint({ x: x + dx * scale, y: y + dy * scale });
}

/** All transitions between the same two states, in the order of the table. */
function arrowGroups(transitions: Lifecycle['transitions']): Pick<Arrow, 'from' | 'to' | 'transitions'>[] {
  const groups = new Map<string, { from: string; to: string; transitions: string[] }>();
  for (const { id, from, to } of transitions) {
    const group = groups.get(`${from} ${to}`) ?? { from, to, transitions: [] };
    groups.set(`${from} ${to}`, group);
    group.transitions.push(id);
  }
  return [...groups.values()];
}

/** Out of the right side of a box, round, and back in below. */
function loopAt({ x, y, width }: StateBox): Pick<Arrow, 'points' | 'label'> {
  const side = x + width / 2;
  const points = [
    { x: side, y: y - 10 },
    { x: side + 20, y: y - 12 },
    { x: side + 20, y: y + 12 },
    { x: side, y: y + 10 },
  ];
  return { points, label: { x: side + 18, y } };
}

/** Whole numbers: the last digits of a layout must never make two pages differ. */
function wholePoint({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
