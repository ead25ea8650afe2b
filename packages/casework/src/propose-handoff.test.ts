import { type CaseEvent, type CaseFacts, emptyFacts } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { proposeHandoff } from './propose-handoff.ts';

const by = { membership: 'm', person: 'p', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
const entry = (seq: number, type: string, texts: Record<string, string>, body: object = {}) => {
  const event: CaseEvent = { type, seq, at: '2026-11-01T01:00:00.000Z', on: '2026-11-01', by, body: { ...body } };
  return { event, texts };
};
const proposed = (on: string, ...written: ReturnType<typeof entry>[]) =>
  Object.fromEntries(proposeHandoff({ facts: emptyFacts('lead'), written }, on).map(one => [one.id, one]));

it('proposes what was written last, word for word, and nothing where nothing is recorded', () => {
  const sections = proposed(
    '2026-11-10',
    entry(3, 'condition.assessed', { note: '不安定' }, { stable: false }),
    entry(4, 'condition.assessed', { note: '安定している' }, { stable: true }),
    entry(5, 'plan.written', {}, { needs: ['ventilator', 'gastrostomy'] }),
  );
  expect(sections.condition).toMatchObject({ text: { ja: '安定している' }, sources: [{ seq: 4 }], isOld: false });
  expect(sections.breathing).toMatchObject({ text: { ja: '呼吸器' }, sources: [{ seq: 5 }] });
  expect(sections.nutrition).toMatchObject({ text: { en: 'Gastrostomy' } });
  expect(sections.medicines).toEqual({ id: 'medicines', text: { ja: '', en: '' }, sources: [], isOld: false });
});

it('calls a section old whose newest source is more than thirty days back', () => {
  const note = entry(3, 'condition.assessed', { note: '安定' });
  expect(proposed('2026-12-01', note).condition?.isOld).toBe(false);
  expect(proposed('2026-12-02', note).condition?.isOld).toBe(true);
  const more = entry(4, 'evaluation.recorded', { result: '変更なし' });
  const later = { ...more, event: { ...more.event, on: '2026-11-20' } };
  expect(proposed('2026-12-02', note, later).condition?.isOld).toBe(false);
});

it('says nothing of the present condition where only a plan says what to aim at', () => {
  const plan = entry(3, 'plan.written', { problems: '呼吸器の練習', goal: '自宅で暮らす' }, { needs: [] });
  expect(proposed('2026-11-10', plan).condition).toEqual({
    id: 'condition',
    text: { ja: '', en: '' },
    sources: [],
    isOld: false,
  });
});

it('names entries of one kind once, with the latest day and how many there are', () => {
  const assessed = (seq: number, procedure: string, on: string) => {
    const one = entry(seq, 'skill.assessed', {}, { procedure, caregiver: 'mother', level: 4 });
    return { ...one, event: { ...one.event, on } };
  };
  const written = [assessed(3, 'suction', '2026-11-03'), assessed(4, 'tubeFeeding', '2026-11-02')];
  const skill = (procedure: string) => ({ procedure, caregiver: 'mother', level: 4 });
  const facts = { ...emptyFacts('lead'), skills: [skill('suction'), skill('tubeFeeding')] } as unknown as CaseFacts;
  const caregiving = proposeHandoff({ facts, written }, '2026-11-10').find(({ id }) => id === 'caregiving');
  expect(caregiving?.text.ja.split('\n')).toHaveLength(2);
  expect(caregiving?.sources).toEqual([
    { seq: 3, label: { ja: '手技を記録した(2件)', en: expect.stringMatching(/ \(2\)$/) }, on: '2026-11-03' },
  ]);
});
