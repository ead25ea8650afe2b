/** Relations of caregivers as this program names them; legal authority is recorded with consent, not guessed here. */
export type CaregiverRelation =
  | 'mother'
  | 'father'
  | 'grandparent'
  | 'fosterParent'
  | 'guardian'
  | 'relative'
  | 'self'
  | 'other';

const byCode: Readonly<Record<string, CaregiverRelation>> = {
  MTH: 'mother',
  NMTH: 'mother',
  FTH: 'father',
  NFTH: 'father',
  GRPRN: 'grandparent',
  GRP: 'grandparent',
  MGRMTH: 'grandparent',
  MGRFTH: 'grandparent',
  PGRMTH: 'grandparent',
  PGRFTH: 'grandparent',
  GRMTH: 'grandparent',
  GRFTH: 'grandparent',
  FAMMEMB: 'relative',
  AUNT: 'relative',
  UNCLE: 'relative',
  SIB: 'relative',
  BRO: 'relative',
  SIS: 'relative',
  PRNFOST: 'fosterParent',
  GUARD: 'guardian',
  GRD: 'guardian',
  '72705000': 'mother',
  '66839005': 'father',
  ONESELF: 'self',
};

const byWord: readonly (readonly [RegExp, CaregiverRelation])[] = [
  [/祖父|祖母|grand/i, 'grandparent'],
  [/里親|foster/i, 'fosterParent'],
  [/後見|guardian/i, 'guardian'],
  [/母|mother/i, 'mother'],
  [/父|father/i, 'father'],
  [/本人|self/i, 'self'],
  [/兄|姉|弟|妹|叔|伯|親族|sibling|brother|sister|aunt|uncle|relative|parent/i, 'relative'],
];

export function relationOf(codes: readonly string[], said: string): CaregiverRelation {
  for (const code of codes) if (byCode[code]) return byCode[code];
  return byWord.find(([words]) => words.test(said))?.[1] ?? 'other';
}
