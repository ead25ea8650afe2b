import { inBoth } from '../source.ts';
import { defineDeadline, start } from './deadline.ts';

/** 退院前在宅療養指導管理: on the first day of the stay at home. */
export const c100TrialStay = defineDeadline({
  id: 'c100.trialStay',
  title: { ja: '退院前在宅療養指導管理料', en: 'Guidance for home care before discharge' },
  sources: inBoth([{ kind: 'notice', place: 'C100 通知(1)(4)', mark: 'C' }]),
  counting: { ja: '外泊の初日（startsOn）だけ。退院できなかったとき、外泊先から転院したときは算定できません', en: 'the first day of the stay (startsOn) alone; not where the child is not discharged, or is transferred from the stay' },
  facts: start,
  revisionBy: 'startsOn',
  span: ({ startsOn }) => ({ dayOne: startsOn, opensOn: startsOn, lastDay: startsOn }),
});
