import type { Pathway } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { stagesAhead } from './stages-ahead.ts';
import { aStage } from './testing/a-stage.ts';

const stage = (id: string, forward: string | null) => aStage(id, { forward });
const move = (from: string, event: string, to: string) => ({ from, event, to, requirements: [] });
const pathway: Pathway = {
  version: 1,
  columns: [],
  stages: [
    stage('screening', 'a'),
    stage('trialStay', 'r'),
    stage('preparing', 'b'),
    stage('home', 'c'),
    stage('closed', null),
  ],
  events: [],
  requirements: [],
  moves: [
    move('screening', 'a', 'preparing'),
    move('preparing', 'stay', 'trialStay'),
    move('trialStay', 'r', 'preparing'),
    move('preparing', 'b', 'home'),
    move('home', 'c', 'closed.completed'),
  ],
  words: {},
};

it('follows the way forward to the end and leaves detours out', () => {
  expect([...stagesAhead(pathway, 'screening')]).toEqual(['preparing', 'home', 'closed']);
  expect([...stagesAhead(pathway, 'trialStay')]).toEqual(['preparing', 'home', 'closed']);
  expect([...stagesAhead(pathway, 'closed')]).toEqual([]);
});
it('comes to an end where the way forward leads in a circle', () => {
  const circle = { ...pathway, moves: [move('screening', 'a', 'trialStay'), move('trialStay', 'r', 'screening')] };
  expect([...stagesAhead(circle, 'screening')]).toEqual(['trialStay']);
});
