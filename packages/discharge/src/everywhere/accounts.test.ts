import { describe, expect, it } from 'vitest';
import { aCase } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';

const say = (body: Record<string, unknown>) => aCase().sends('dsn', 'account.recorded', body);

describe('the accounts of a stay', () => {
  it('are said part by part: what is said later joins what is known, and takes the place of the same day', () => {
    const child = say({ admittedOn: '2025-11-02', wards: [{ wardFee: 'A302', from: '2025-11-02' }] });
    child.sends('dsn', 'account.recorded', {
      wards: [
        { wardFee: 'generalWard', from: '2025-12-20' },
        { wardFee: 'A302-2', from: '2025-11-02' },
      ],
      claims: [{ fee: 'A246-3', claimedOn: '2025-11-02' }],
      claimsAreWhole: true,
    });
    expect(child.facts().account).toMatchObject({
      admittedOn: '2025-11-02',
      wards: [
        { wardFee: 'A302-2', from: '2025-11-02' },
        { wardFee: 'generalWard', from: '2025-12-20' },
      ],
      claims: [{ fee: 'A246-3', claimedOn: '2025-11-02' }],
      claimsUntil: child.on(),
    });
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '-' });
    expect(child.facts().account).not.toHaveProperty('claims');
  });

  it('hold nothing that lies ahead, and say something', () => {
    expect(codesOf(aCase().tries('dsn', 'account.recorded', { admittedOn: '2027-12-01' }))).toEqual(['account.ahead']);
    expect(codesOf(aCase().tries('dsn', 'account.recorded', {}))).toEqual(['account.nothing']);
  });
});
