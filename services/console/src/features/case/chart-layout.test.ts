import type { Pathway } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { arrowPath, layChart, MARK, NODE, placeMarks } from './chart-layout.ts';
import { aStage } from './testing/a-stage.ts';

const label = { ja: '', en: '' };
const stage = (id: string, column: string, forward: string | null) => aStage(id, { label, column, forward });
const pathway: Pathway = {
  version: 1,
  columns: ['intake', 'preparation', 'adult', 'closed'].map(id => ({ id, label, phase: 'P1', limit: null })),
  stages: [
    stage('screening', 'intake', 'screening.completed'),
    stage('preparing', 'preparation', null),
    stage('trialStay', 'preparation', 'trialStay.returned'),
    stage('closed', 'closed', null),
  ],
  events: [],
  requirements: [],
  moves: [
    { from: 'screening', event: 'screening.completed', to: 'preparing', requirements: [] },
    { from: 'trialStay', event: 'trialStay.returned', to: 'preparing', requirements: [] },
    { from: 'screening', event: 'case.closed', to: 'closed.withdrawn', requirements: [] },
    { from: 'screening', event: 'case.closed', to: 'closed.movedOut', requirements: [] },
    { from: 'preparing', event: 'adult.stayed', to: 'preparing', requirements: [] },
  ],
  words: {},
};

it('places stages by column, below one another, leaving out columns without a stage', () => {
  const { nodes, width, height } = layChart(pathway);
  const [x, y] = [NODE.width + NODE.gapX, NODE.height + NODE.gapY];
  expect(nodes.map(node => [node.x / x, node.y / y])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
  ]);
  expect([width, height]).toEqual([3 * x - NODE.gapX, 2 * y - NODE.gapY]);
});
it('draws each way between two stages once and marks the way forward', () => {
  expect(layChart(pathway).edges.map(({ from, to, isForward }) => [from, to, isForward])).toEqual([
    ['screening', 'preparing', true],
    ['trialStay', 'preparing', true],
    ['screening', 'closed', false],
  ]);
});
it('draws an arrow straight within a column, bowed over a node between, bent from row to row', () => {
  const [stepX, stepY] = [NODE.width + NODE.gapX, NODE.height + NODE.gapY];
  const at = (column: number, row: number) => ({ id: `${column}${row}`, x: column * stepX, y: row * stepY });
  expect(arrowPath(at(0, 0), at(0, 1))).toBe(`M53 52 C53 52 53 ${stepY} 53 ${stepY}`);
  expect(arrowPath(at(0, 0), at(2, 0))).toMatch(/^M53 0 C53 -30/);
  expect(arrowPath(at(0, 0), at(1, 1))).toContain('C');
});

it('marks each pair of stages once, on its arrow, off the stages and off other marks', () => {
  const [stepX, stepY] = [NODE.width + NODE.gapX, NODE.height + NODE.gapY];
  const nodes = [0, 1, 2, 3].flatMap(column =>
    [0, 1].map(row => ({ id: `${column}${row}`, x: column * stepX, y: row * stepY })),
  );
  const pairs = ['00 10', '10 00', '00 30', '30 00', '00 20', '01 30', '00 01', '00 10'];
  const marks = placeMarks(
    nodes,
    pairs.map(pair => ({ from: pair.slice(0, 2), to: pair.slice(3) })),
  );
  expect(marks.map(({ from, to }) => `${from} ${to}`)).toEqual(pairs.slice(0, -1));
  const isApart = (a: number, b: number) => Math.abs(a - b) >= MARK;
  for (const [at, one] of marks.entries())
    for (const other of marks.slice(at + 1))
      expect(isApart(one.x, other.x) || isApart(one.y, other.y), `${one.from}${one.to} ${other.from}${other.to}`).toBe(
        true,
      );
  const [straight] = marks;
  expect(straight).toMatchObject({ x: NODE.width + NODE.gapX / 2, y: NODE.height / 2 });
});
