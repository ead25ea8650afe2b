import type { CaseView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { organisationOptions } from './organisation-options.ts';

const speech = createSpeech(ja, 'ja', {});
const names = {
  h1: 'こども病院',
  h2: 'あおば病院',
  s1: 'のぞみ訪問看護',
  s2: 'あおぞら訪問看護',
  s3: 'ひなた訪問看護',
  x1: 'どこかの組織',
};
const kinds = {
  h1: 'childrensHospital',
  h2: 'hospital',
  s1: 'visitingNursingStation',
  s2: 'visitingNursingStation',
  s3: 'visitingNursingStation',
};
const team = [
  { id: 't1', org: 's1', state: 'accepted' },
  { id: 't2', org: 's3', state: 'declined' },
];
const view = { card: { lead: 'h1', owners: ['h1'] }, facts: { plan: { team } } } as unknown as CaseView;
const idsOf = (event: string) => organisationOptions({ names, kinds, view, event }, speech).map(({ value }) => value);

describe('organisations to choose from', () => {
  it('are those of the case first, then the others by kind and by name, whatever their ids', () => {
    const found = organisationOptions({ names, kinds, view, event: 'candidate.asked' }, speech);
    expect(found.map(({ group, label }) => `${group}: ${label}`)).toEqual([
      'このケースにかかわる組織: のぞみ訪問看護',
      '病院: あおば病院',
      '訪問看護ステーション: あおぞら訪問看護',
      '訪問看護ステーション: ひなた訪問看護',
      'そのほかの組織: どこかの組織',
    ]);
  });
  it('are others than the lead where something is asked of it, shared with it or handed to it', () => {
    expect(idsOf('candidate.asked')).not.toContain('h1');
    expect(idsOf('consent.recorded')).not.toContain('h1');
    expect(idsOf('lead.offered')).not.toContain('h1');
    expect(idsOf('consent.recorded')).toContain('s1');
  });
  it('are the lead too once it has offered the lead to another: that one will need a consent to share with it', () => {
    const plan = { team, leadOffered: { org: 's1' } };
    const offering = { ...view, facts: { plan } };
    const found = organisationOptions({ names, kinds, view: offering, event: 'consent.recorded' }, speech);
    expect(found.map(({ value }) => value)).toContain('h1');
  });
  it('are all of one kind of heading where there is no directory and no case', () => {
    const found = organisationOptions({ names: { s1: 'のぞみ' }, kinds: {}, view: null, event: undefined }, speech);
    expect(found).toEqual([{ value: 's1', label: 'のぞみ', group: 'そのほかの組織' }]);
  });
});
