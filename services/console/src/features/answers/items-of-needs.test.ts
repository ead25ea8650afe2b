import { describe, expect, it } from 'vitest';
import { itemsOfNeeds } from './items-of-needs.ts';

describe('rows of both forms that follow from care needs', () => {
  it('are ticked once, however many needs come to the same row', () => {
    expect(itemsOfNeeds(['ventilator', 'niv', 'nasalTube', 'gastrostomy', 'suction'])).toEqual({
      medical: ['ventilator', 'enteralTube', 'suction'],
      severe: ['respirator', 'tubeFeeding'],
    });
  });

  it('are none where a need can be several rows, or is unknown', () => {
    expect(itemsOfNeeds(['catheter', 'stoma', 'insulin', 'other', 'new'])).toEqual({ medical: [], severe: [] });
  });
});
