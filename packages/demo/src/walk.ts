import { addDays, type CareNeed, type Day } from '@kaerimichi/discharge';
import type { Step } from './story.ts';

export const electricOf = (needs: readonly CareNeed[]): CareNeed[] =>
  needs.filter(need => ['ventilator', 'niv', 'oxygen', 'suction'].includes(need));

const learnt: readonly { procedure: string; caregivers: number; for: readonly CareNeed[] }[] = [
  { procedure: 'suctionOral', caregivers: 2, for: ['suction', 'tracheostomy'] },
  { procedure: 'ventilatorOperation', caregivers: 2, for: ['ventilator', 'niv'] },
  { procedure: 'tubeFeeding', caregivers: 1, for: ['nasalTube', 'gastrostomy'] },
];

/** Procedures that a family learns for a child's needs; everyone learns what to do in an emergency. */
export const proceduresFor = (needs: readonly CareNeed[]) => [
  ...learnt
    .filter(row => row.for.some(need => needs.includes(need)))
    .map(({ procedure, caregivers }) => ({ procedure, caregivers })),
  { procedure: 'resuscitation', caregivers: 2 },
];

/** What the phases of a story are written with: days count from the day of registration. */
export type Walk = {
  readonly needs: readonly CareNeed[];
  readonly school: boolean;
  readonly at: (days: number) => Day;
  readonly step: (days: number, by: string, type: string, body?: Record<string, unknown>) => Step;
};

export function walkFrom(start: Day, { needs, school }: Pick<Walk, 'needs' | 'school'>): Walk {
  const at = (days: number) => addDays(start, days);
  const step: Walk['step'] = (days, by, type, body = {}) => ({ on: at(days), by: `${by}@demo`, type, body });
  return { needs, school, at, step };
}
