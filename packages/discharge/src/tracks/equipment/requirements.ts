import type { CaseFacts } from '../../facts.ts';
import { met, notInPlan, planOf, type RequirementTable, unmet, withoutPlan } from '../../requirement.ts';

/** Care that no home gives without a device. */
const onDevices: readonly CaseFacts['needs'][number][] = ['ventilator', 'niv', 'tracheostomy', 'oxygen', 'suction'];

const isComplete = (device: CaseFacts['devices'][number]) =>
  device.atHome && device.consumables && device.vendorPhone24h;

/** Kinds of the plan without a device that is chosen, at home, supplied and reachable by telephone day and night. */
function missingDevices(facts: CaseFacts): string[] {
  return (planOf(facts)?.devices ?? [])
    .map(wanted => wanted.kind)
    .filter(kind => !facts.devices.some(device => device.kind === kind && isComplete(device)));
}

const needsPower = (facts: CaseFacts) =>
  [...facts.devices, ...(planOf(facts)?.devices ?? [])].some(device => device.electric);

/** Home and power are looked at anew in every round: what was plugged in last time is not what comes home now. */
const homeOf = (facts: CaseFacts) => (facts.homeChecked?.round === facts.round ? facts.homeChecked : undefined);

export const equipmentRequirements = {
  equipmentReady: {
    text: {
      ja: '機器・消耗品・業者の24時間連絡先がそろい、住まいと電源を確認した',
      en: "Devices, consumables and the vendor's 24-hour phone in place, home and power checked",
    },
    todo: {
      ja: '機器・消耗品をそろえ、住まいと電源を確認する',
      en: 'Get devices and consumables in place, check home and power',
    },
    waivable: 'safety',
    fix: 'device.chosen',
    turn: 'dischargeNurse',
    isMet: facts => {
      const plan = planOf(facts);
      if (!plan) return withoutPlan;
      if (
        plan.destination === 'home' &&
        plan.devices.length === 0 &&
        facts.needs.some(need => onDevices.includes(need))
      )
        return notInPlan('機器', 'devices');
      const [kind, ...more] = missingDevices(facts);
      if (kind) {
        const known = facts.devices.find(device => device.kind === kind);
        const fill = { kind, ...(known ? { deviceId: known.id } : {}) };
        return { ...unmet({ left: more.length + 1 }), fix: { event: 'device.chosen', fill } };
      }
      const checked = homeOf(facts);
      return checked?.home && checked.power
        ? met(checked, { left: 0 })
        : { ...unmet({ left: 0 }), fix: { event: 'home.checked' } };
    },
  },
  powerPlanned: {
    text: { ja: '停電時の電源の計画がある', en: 'A plan for power failure exists' },
    todo: { ja: '停電時の電源の計画を立てる', en: 'Plan for power failure' },
    waivable: 'safety',
    fix: 'home.checked',
    turn: 'dischargeNurse',
    isMet: facts => (!needsPower(facts) || homeOf(facts)?.powerPlan ? met(homeOf(facts)) : unmet()),
  },
} as const satisfies RequirementTable;
