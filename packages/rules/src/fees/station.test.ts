import { describe, expect, it } from 'vitest';
import { changeTable as table } from '../testing/change-table.ts';
import { askFee, metCases } from '../testing/fee-case.ts';
import type { FeeFacts } from './facts.ts';

describe('visiting nursing', () => {
  table('station.jointGuidance', [
    [{ parties: ['stationAssistantNurse'] }, 'missing'],
    [{ firstVisitOn: undefined }, 'missing'],
    [{ earlierGuidanceOn: ['2026-10-01'] }, 'met'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: [] }, 'lost', '2026-10-01'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: ['nasalTube'] }, 'needsReview'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: [], table7: true }, 'met'],
    [{ wardFee: 'A307-1' }, 'met'],
  ]);
  table('station.special', [
    [{ homeCare: ['gastrostomy'] }, 'needsReview'],
    [{ homeCare: [], table7: true }, 'missing'],
  ]);
  table('station.dischargeDay', [
    [{ visitedOn: '2026-11-21' }, 'lost', '2026-11-21'],
    [{ visitedOn: undefined }, 'lost', '2026-11-21'],
    [{ firstVisitOn: '2026-11-20' }, 'missing'],
    [{ firstVisitOn: undefined, diedOrReadmitted: true }, 'met'],
    [{ visitor: 'assistantNurse' }, 'missing'],
    [{ homeCare: [] }, 'missing'],
    [{ homeCare: [], needJudged: true }, 'met'],
    [{ nursingOrder: false }, 'missing'],
  ]);
  table('station.information1', [
    [{ earlierLettersOn: ['2026-11-01'] }, 'lost', '2026-11-01'],
    [{ bornOn: '2008-11-22' }, 'met'],
    [{ bornOn: '2008-11-20' }, 'lost', '2026-11-19'],
    [{ requested: false }, 'missing'],
  ]);
  table('station.information2', [
    [{ earlierLettersOn: ['2026-03-31'] }, 'met'],
    [{ earlierLettersOn: ['2026-04-01'] }, 'missing'],
    [{ earlierLettersOn: ['2026-04-01'], firstEnrolment: false, careChanged: false }, 'lost', '2026-04-01'],
    [{ earlierLettersOn: ['2026-04-01'], careChanged: true }, 'met'],
    [{ earlierLettersOn: ['2026-11-02'], careChanged: true }, 'lost', '2026-11-02'],
    [{ homeCare: [] }, 'missing'],
    [{ homeCare: [], severeClass: 'semi' }, 'met'],
  ]);
  table('station.information3', [[{ throughDoctor: false }, 'missing']]);
  table('station.long', [
    [{ minutes: 90 }, 'missing'],
    [{ longVisitsThisWeekOn: ['2026-11-23', '2026-11-24'] }, 'met'],
    [{ longVisitsThisWeekOn: ['2026-11-22', '2026-11-23', '2026-11-24'] }, 'lost', '2026-11-24'],
    [{ severeClass: 'none', homeCare: [] }, 'missing'],
    [
      { severeClass: 'none', homeCare: [], specialOrder: true, longVisitsThisWeekOn: ['2026-11-23'] },
      'lost',
      '2026-11-23',
    ],
    [{ bornOn: '2010-01-01', longVisitsThisWeekOn: ['2026-11-23'] }, 'lost', '2026-11-23'],
    [{ bornOn: '2010-01-01', homeCare: [] }, 'missing'],
  ]);
  table('station.several', [
    [{ visitsThatDay: 1 }, 'missing'],
    [{ homeCare: [] }, 'missing'],
    [{ homeCare: [], specialOrder: true }, 'met'],
    [{ homeCare: ['nasalTube'] }, 'needsReview'],
  ]);
  table('station.infant', [
    [{ bornOn: '2020-11-27' }, 'met'],
    [{ bornOn: '2020-11-26' }, 'needsReview'],
    [{ bornOn: '2020-11-25' }, 'lost', '2026-11-24'],
  ]);
  it('pays by tier, and names none where a person judges the table', () => {
    const of = (id: string, change: FeeFacts) => askFee(id, { ...metCases[id], ...change }).amount?.value;
    expect(of('station.several', { visitsThatDay: 3 })).toBe(8000);
    expect(of('station.dischargeDay', { minutes: 91 })).toBe(8400);
    expect(of('station.infant', { severeClass: 'none', homeCare: [] })).toBe(1400);
    expect(of('station.infant', { severeClass: 'none', homeCare: ['gastrostomy'] })).toBeUndefined();
    expect(of('b004', { supportClinic: true, houseCallsDayAndNight: true, contactDocumentGiven: true })).toBe(1500);
    expect(of('a246-3', { byVideo: true, videoConsent: true, notifiedVideo: true })).toBe(500);
  });
});
