import type { DischargeSetup } from '../../setup.ts';

/** 試験外泊中. */
export function trialStay(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'trialStay' } },
    meta: {
      label: { ja: '試験外泊中', en: 'Trial stay' },
      column: 'preparation',
      phase: 'P1',
      forward: 'trialStay.returned',
      owner: 'wardNurse',
      guideDays: 3,
    },
    on: { 'trialStay.returned': { target: 'preparing', actions: 'record' } },
  });
}
