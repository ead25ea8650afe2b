import { type CaseEvent, emptyFacts } from '@kaerimichi/discharge';
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
