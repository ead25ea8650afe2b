import { describe, expect, it } from 'vitest';
import { draftFaults, emptyDraft, readDraft, toRecord, vitalOf } from './visit-draft.ts';

const about = { visitId: 'v1', side: 'station' } as const;
const written = { ...emptyDraft(12), findings: '変わりなし' };

describe('a draft of a visit', () => {
  it('becomes a record: what was read of it, and nothing of what nobody looked at', () => {
    const draft = {
      ...written,
      arrivedAt: '1330',
      vitals: { ...written.vitals, spo2: '９６', temperatureTenths: '36.5' },
      areas: {
        ...written.areas,
        generalState: { state: 'carriedOver' as const, found: '' },
        devicesSupplies: { state: 'notAsAtDischarge' as const, found: '予備の回路が\nない' },
      },
    };
    expect(draftFaults(draft)).toEqual([]);
    expect(toRecord(draft, about)).toEqual({
      ...{ type: 'visit.recorded', visitId: 'v1', side: 'station', base: 12, differences: 1 },
      areas: [
        { id: 'generalState', areaState: 'carriedOver' },
        { id: 'devicesSupplies', areaState: 'notAsAtDischarge', found: '予備の回路が / ない' },
      ],
      ...{ spo2: 96, temperatureTenths: 365, arrivedAt: '13:30', findings: '変わりなし' },
    });
  });

  it('names the step of whatever keeps it from being sent', () => {
    const draft = {
      ...emptyDraft(0),
      arrivedAt: 'ひる',
      vitals: { ...written.vitals, spo2: '960' },
      areas: { ...written.areas, familyHome: { state: 'notAsAtDischarge' as const, found: ' ' } },
      missing: ['nutrition'],
    };
    expect(draftFaults(draft)).toEqual([
      { step: 0, field: 'arrivedAt' },
      { step: 2, field: 'spo2' },
      { step: 5, field: 'familyHome' },
      { step: 6, field: 'missingNote' },
      { step: 6, field: 'findings' },
    ]);
  });

  it('reads figures as people type them, and no others', () => {
    expect(['', '96', '９６', '101', 'ok'].map(typed => vitalOf('spo2', typed))).toEqual([
      undefined,
      96,
      96,
      null,
      null,
    ]);
    expect(['36.5', '３６．５', '36,5', '37', '365'].map(typed => vitalOf('temperatureTenths', typed))).toEqual([
      ...[365, 365, 365, 370, null],
    ]);
  });

  it('is read again as far as it is one', () => {
    expect(readDraft(JSON.parse(JSON.stringify(written)))).toEqual(written);
    expect([readDraft(null), readDraft({ note: 'x' })]).toEqual([null, null]);
  });
});
