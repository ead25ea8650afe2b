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
export const NODE = { width: 106, height: 52, gapX: 24, gapY: 30 };

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

/** Path of an arrow: straight to a neighbour, bowed over nodes that stand between, bent from row to row. */
export function arrowPath(from: Node, to: Node): string {
  const middle = (node: Node) => ({ x: node.x + NODE.width / 2, y: node.y + NODE.height / 2 });
  const [a, b] = [middle(from), middle(to)];
  if (Math.abs(a.x - b.x) < 1) {
    const down = b.y > a.y ? 1 : -1;
    return `M${a.x} ${a.y + (down * NODE.height) / 2} L${b.x} ${b.y - (down * NODE.height) / 2}`;
  }
  const isNeighbour = Math.abs(a.x - b.x) <= NODE.width + NODE.gapX;
  if (a.y === b.y && !isNeighbour) {
    const top = a.y - NODE.height / 2;
    return `M${a.x} ${top} C${a.x} ${top - BOW} ${b.x} ${top - BOW} ${b.x} ${top}`;
  }
  const right = b.x > a.x ? 1 : -1;
  const [x1, x2] = [a.x + (right * NODE.width) / 2, b.x - (right * NODE.width) / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1} ${a.y} C${bend} ${a.y} ${bend} ${b.y} ${x2} ${b.y}`;
}
