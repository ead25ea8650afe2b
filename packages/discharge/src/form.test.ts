import { describe, expect, it } from 'vitest';
import { eventsByType } from './chart.ts';
import { fieldHints, fieldUnits } from './field-hints.ts';

import { formSchema } from './form.ts';

const fieldOf = (type: string, name: string) => {
  const definition = eventsByType.get(type);
  if (!definition) throw new Error(type);
  return (formSchema(definition).properties as Record<string, Record<string, unknown>>)[name];
};

describe('the form of an event', () => {
  it('labels fields and says codes in words', () => {
    expect(fieldOf('wish.recorded', 'wish')).toMatchObject({
      'x-label': { ja: '意向', en: 'Wish' },
      'x-words': { home: { ja: '自宅' } },
    });
  });

  it('says a code in the sense of its field', () => {
    const consent = { ja: '退院支援を受けることへの同意', en: 'Consent to discharge support' };
    expect(fieldOf('consent.recorded', 'scope')).toMatchObject({ 'x-words': { hospital: consent } });
    expect(fieldOf('whereabouts.recorded', 'place')).toMatchObject({ 'x-words': { hospital: { ja: '病院' } } });
  });

  it('knows where ids are chosen, and which ones the form makes', () => {
    expect(fieldOf('candidate.answered', 'candidateId')).toMatchObject({ 'x-ref': 'team' });
    // The id of a draft says nothing to whoever reads the registration.
    expect(fieldOf('case.registered', 'draft')).toMatchObject({ 'x-ref': 'drafts' });
    expect(fieldOf('candidate.asked', 'candidateId')).toMatchObject({ 'x-new': 'always' });
    expect(fieldOf('handoff.composed', 'handoffId')).toMatchObject({ 'x-new': 'orKnown' });
    expect(fieldOf('conference.held', 'actionItems')).toMatchObject({
      items: { properties: { id: { 'x-new': 'always' }, owner: { 'x-ref': 'members' } } },
    });
  });

  it('says which items an event takes, as the pathway refuses the others', () => {
    expect(fieldOf('consent.withdrawn', 'consentId')).toMatchObject({
      'x-fits': [{ field: 'withdrawnOn', is: 'empty' }],
    });
    expect(fieldOf('trialStay.permitted', 'stayId')).toMatchObject({
      'x-fits': [{ field: 'status', is: ['planned'] }],
    });
    expect(fieldOf('hold.removed', 'holdId')).toMatchObject({ 'x-fits': [] });
  });

  it('marks free text, which leaves the event for a record', () => {
    expect(fieldOf('case.closed', 'reason')).toMatchObject({ 'x-text': true, 'x-label': { ja: '理由' } });
  });

  it('says how a name is read, and what a number counts', () => {
    expect(fieldOf('child.named', 'familyKana')).toMatchObject({ 'x-kana': true, 'x-text': true });
    expect(fieldOf('child.named', 'familyName')).not.toHaveProperty('x-kana');
    expect(fieldOf('weight.recorded', 'grams')).toMatchObject({ 'x-unit': { ja: 'g' } });
    const all = JSON.stringify([...eventsByType.values()].map(formSchema));
    for (const [name, { ja, en }] of Object.entries(fieldUnits)) {
      expect(all, name).toContain(`"${name}":{"type":"integer"`);
      expect([ja, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^[A-Za-z]+$/)]);
    }
  });

  it('explains fields that exist, in both languages', () => {
    const explained = Object.entries(fieldHints).map(([key, hint]) => {
      const [family = '', name = '', field = ''] = key.split('.');
      expect([key, hint.ja]).toEqual([key, expect.stringMatching(/[ぁ-ん].*。$/)]);
      expect([key, hint.en]).toEqual([key, expect.stringMatching(/^[A-Z][^ぁ-んァ-ヶ一-龠]*\.$/)]);
      return fieldOf(`${family}.${name}`, field)?.['x-hint'] === hint ? '' : key;
    });
    expect(explained.filter(key => key !== '')).toEqual([]);
  });
});
