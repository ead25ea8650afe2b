import type { Pathway } from '@kaerimichi/contracts';

export type Node = { readonly id: string; readonly x: number; readonly y: number };
export type Edge = { readonly from: string; readonly to: string; readonly event: string; readonly isForward: boolean };
export type Chart = {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
};

/** Size of a node and the room around it, in CSS pixels. */
export const NODE = { width: 106, height: 52, gapX: 24, gapY: 36 };

/** The stage a move leads to: closings are one node. */
const stageOf = (to: string): string => to.split('.')[0] ?? to;

/** Places the stages by board column, in the pathway's own order, and the moves between them. */
export function layChart(pathway: Pathway): Chart {
  const columns = pathway.columns.map(({ id }) => id).filter(id => pathway.stages.some(({ column }) => column === id));
  const rows = new Map<string, number>();
  const nodes = pathway.stages.map(({ id, column }) => {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return {
      id,
      x: columns.indexOf(column) * (NODE.width + NODE.gapX),
      y: row * (NODE.height + NODE.gapY),
    };
  });
  const known = new Set(nodes.map(({ id }) => id));
  const seen = new Set<string>();
  const edges = pathway.moves.flatMap(({ from, event, to }) => {
    const target = stageOf(to);
    const key = `${from} ${event} ${target}`;
    if (from === target || seen.has(key) || !known.has(from) || !known.has(target)) return [];
    seen.add(key);
    const isForward = pathway.stages.find(({ id }) => id === from)?.forward === event;
    return [{ from, to: target, event, isForward }];
  });
  return {
    nodes,
    edges,
    width: columns.length * (NODE.width + NODE.gapX) - NODE.gapX,
    height: Math.max(1, ...rows.values()) * (NODE.height + NODE.gapY) - NODE.gapY,
  };
}

/** How high an arrow bows that passes over other nodes of its row. */
const BOW = 30;

type Point = { readonly x: number; readonly y: number };
/** From, two points that pull, to. */
type Curve = readonly [Point, Point, Point, Point];

/** Way of an arrow: straight to a neighbour, bowed over nodes that stand between, bent from row to row. */
function curveOf(from: Node, to: Node): Curve {
  const middle = (node: Node) => ({ x: node.x + NODE.width / 2, y: node.y + NODE.height / 2 });
  const [a, b] = [middle(from), middle(to)];
  if (Math.abs(a.x - b.x) < 1) {
    const down = b.y > a.y ? 1 : -1;
    const [p, q] = [
      { x: a.x, y: a.y + (down * NODE.height) / 2 },
      { x: b.x, y: b.y - (down * NODE.height) / 2 },
    ];
    return [p, p, q, q];
  }
  const isNeighbour = Math.abs(a.x - b.x) <= NODE.width + NODE.gapX;
  if (a.y === b.y && !isNeighbour) {
    const top = a.y - NODE.height / 2;
    return [
      { x: a.x, y: top },
      { x: a.x, y: top - BOW },
      { x: b.x, y: top - BOW },
      { x: b.x, y: top },
    ];
  }
  const right = b.x > a.x ? 1 : -1;
  const [x1, x2] = [a.x + (right * NODE.width) / 2, b.x - (right * NODE.width) / 2];
  const bend = (x1 + x2) / 2;
  return [
    { x: x1, y: a.y },
    { x: bend, y: a.y },
    { x: bend, y: b.y },
    { x: x2, y: b.y },
  ];
}

export const arrowPath = (from: Node, to: Node): string => {
  const [a, b, c, d] = curveOf(from, to).map(({ x, y }) => `${x} ${y}`);
  return `M${a} C${b} ${c} ${d}`;
};

function pointAt([a, b, c, d]: Curve, t: number): Point {
  const [i, j, k, l] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  const along = (axis: 'x' | 'y') => i * a[axis] + j * b[axis] + k * c[axis] + l * d[axis];
  return { x: along('x'), y: along('y') };
}

/** Side of the mark by which an arrow is chosen, in CSS pixels. */
export const MARK = 24;
/** Along an arrow, its middle first. */
const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
/** In marks beside it, where the way back lies on the way there. */
const offsets = [1, -1, 2, -2];

export type Mark = Pick<Edge, 'from' | 'to'> & Point;

/**
 * Where each arrow is taken hold of: the middle of a mark, one for all moves between two stages. Where nodes or other marks
 * leave no room along the arrow, marks still do not cover one another.
 */
export function placeMarks(nodes: readonly Node[], edges: readonly Pick<Edge, 'from' | 'to'>[]): Mark[] {
  const marks: Mark[] = [];
  const isOnMark = ({ x, y }: Point) => marks.some(m => Math.abs(m.x - x) < MARK && Math.abs(m.y - y) < MARK);
  const isOnNode = ({ x, y }: Point) =>
    nodes.some(
      n =>
        x > n.x - MARK / 2 && x < n.x + NODE.width + MARK / 2 && y > n.y - MARK / 2 && y < n.y + NODE.height + MARK / 2,
    );
  for (const { from, to } of edges) {
    const [start, end] = [from, to].map(id => nodes.find(node => node.id === id));
    if (!start || !end || marks.some(mark => mark.from === from && mark.to === to)) continue;
    const curve = curveOf(start, end);
    const along = places.map(t => pointAt(curve, t));
    const middle = pointAt(curve, 0.5);
    const beside = offsets.flatMap(by => [
      { ...middle, y: middle.y + by * MARK },
      { ...middle, x: middle.x + by * MARK },
    ]);
    const all = [...along, ...beside];
    const free = all.find(point => !isOnMark(point) && !isOnNode(point));
    const place = free ?? all.find(point => !isOnMark(point)) ?? middle;
    marks.push({ from, to, ...place });
  }
  return marks;
}
