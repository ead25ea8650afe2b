import type { DischargeSetup } from '../../setup.ts';
import { adultLevels } from './level.ts';

const needs = ['everyServiceMapped', 'firstAdultVisitDone'] as const;

/** Adult region: `none → prompted (12) → open (15) → mapped → sharedCare → transferred | stayed`. */
export function adultTrack(machine: DischargeSetup) {
  const follow = (from: string) =>
    adultLevels
      .filter(level => level !== from)
      .map(level => ({ target: level, guard: { type: 'adultAt', params: { level } } }) as const);
  const state = (level: (typeof adultLevels)[number]) => machine.createStateConfig({ always: follow(level) });
  const leave = {
    'adult.transferred': { actions: 'record', guard: { type: 'meets', params: { needs } } },
    'adult.stayed': { actions: 'record' },
  } as const;
  const running = (level: 'open' | 'mapped' | 'sharedCare') =>
    machine.createStateConfig({ always: follow(level), on: leave });
  return machine.createStateConfig({
    initial: 'none',
    states: {
      none: state('none'),
      prompted: state('prompted'),
      open: running('open'),
      mapped: running('mapped'),
      sharedCare: running('sharedCare'),
      transferred: state('transferred'),
      stayed: state('stayed'),
    },
  });
}
