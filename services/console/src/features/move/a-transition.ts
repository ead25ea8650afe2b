import type { Transition } from '@kaerimichi/contracts';

/** A move as tests need it: possible, without conditions. */
export const aTransition = (event: string, to: string, more: Partial<Transition> = {}): Transition => ({
  event,
  to,
  label: event,
  forward: false,
  permitted: true,
  enabled: true,
  reasons: [],
  done: [],
  effects: [],
  warnings: [],
  fixed: {},
  needs: [],
  ...more,
});
