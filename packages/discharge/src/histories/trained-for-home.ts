import { aCase, type Story } from './a-case.ts';

const ventilator = {
  ...{ deviceId: 'd-vent', kind: 'ventilator', electric: true, atHome: true, consumables: true, vendorPhone24h: true },
};
const operation = { procedure: 'ventilatorOperation', caregiver: 'mother', deviceModel: 'd-vent' };
const tried = { trialNo: 1, kind: 'ventilator', model: '候補A', fit: 'good', noise: 'fair' };

/** What a family practises, what it tries, how sure it feels, and a device that is another one afterwards. */
export const trainedForHome = (): Story =>
  aCase()
    .goesTo('preparing')
    .sends('dsn', 'device.tried', { ...tried, decision: 'beingTried' })
    .sends('dsn', 'device.tried', { ...tried, decision: 'chosen' }, { refused: 'device.reason' })
    .sends('dsn', 'device.tried', { ...tried, decision: 'chosen', reason: '音が小さい' })
    .sends('dsn', 'device.chosen', {
      ...ventilator,
      model: '候補A',
      batteryMinutes: 240,
      nextServiceOn: '@60',
      watts: 90,
    })
    .sends('ward', 'skill.assessed', { ...operation, level: 3, selfRating: 2 })
    .sends('ward', 'skill.selfRated', { procedure: 'ventilatorOperation', caregiver: 'mother', selfRating: 3 })
    .waits(1)
    .sends('ward', 'skill.assessed', { ...operation, level: 4 })
    .sends('ward', 'drill.held', { drill: 'powerFailure', caregiver: 'mother', withoutHelp: true })
    .waits(20)
    .sends('dsn', 'device.chosen', { ...ventilator, model: '候補B', modelChanged: true })
    .sends(
      'clock',
      'fact.lapsed',
      { kind: 'skill', ref: 'ventilatorOperation.mother.d-vent' },
      { refused: 'lapse.none' },
    )
    .waits(1)
    .sends('clock', 'fact.lapsed', { kind: 'skill', ref: 'ventilatorOperation.mother.d-vent' })
    .sends('ward', 'skill.assessed', { ...operation, level: 4 })
    .sends('dsn', 'skill.assessed', { ...operation, level: 4 })
    .prepares()
    .sends('ward', 'trialStay.noted', { stayId: 's1', isProblem: true, diary: '夜に2回アラームが鳴った' });
