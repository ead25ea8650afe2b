import type { CareNeed, EntitlementKind, Procedure, TeamFunction } from '@kaerimichi/discharge';

/** An organisation that takes a part, and who of it answers in the program; null: it answers by telephone. */
export type Partner = { readonly org: string; readonly by: string | null };

/** Who acts in a case, by the names to sign in with. */
export type Cast = {
  readonly nurse: string;
  readonly doctor: string;
  /** Who trains the family on the ward. */
  readonly ward: string;
  readonly station: Partner & { readonly by: string };
  readonly clinic: Partner;
  /** Others whom the plan names. */
  readonly others: readonly (Partner & { readonly part: TeamFunction })[];
  /** Whether the family lets the hub see more than the number. */
  readonly hub: boolean;
};

/** What is planned for a child: by its needs, and where it goes to school. */
export type Care = {
  readonly needs: readonly CareNeed[];
  readonly school: boolean;
  readonly entitlements: readonly EntitlementKind[];
};

export const electricOf = (needs: readonly CareNeed[]): CareNeed[] =>
  needs.filter(need => ['ventilator', 'niv', 'oxygen', 'suction'].includes(need));

/** Children on a tracheostomy breathe by no machine of their own, yet none goes home without a suction pump. */
export const devicesOf = (needs: readonly CareNeed[]): string[] => [
  ...new Set([...electricOf(needs), ...(needs.includes('tracheostomy') ? ['suction'] : [])]),
];

export type Learnt = { readonly procedure: Procedure; readonly caregivers: number };

const learnt: readonly (Learnt & { readonly for: readonly CareNeed[] })[] = [
  { procedure: 'suctionTracheal', caregivers: 2, for: ['tracheostomy'] },
  { procedure: 'cannulaChange', caregivers: 1, for: ['tracheostomy'] },
  { procedure: 'suctionOral', caregivers: 2, for: ['suction'] },
  { procedure: 'ventilatorOperation', caregivers: 2, for: ['ventilator', 'niv'] },
  { procedure: 'oxygenOperation', caregivers: 2, for: ['oxygen'] },
  { procedure: 'tubeFeeding', caregivers: 1, for: ['nasalTube', 'gastrostomy'] },
  { procedure: 'gastrostomyCare', caregivers: 1, for: ['gastrostomy'] },
  { procedure: 'centralLineCare', caregivers: 2, for: ['centralLine'] },
  { procedure: 'catheterization', caregivers: 1, for: ['catheter'] },
  { procedure: 'seizureCare', caregivers: 2, for: ['seizureRescue'] },
];

/** Procedures that a family learns for a child's needs; everyone learns what to do in an emergency. */
export const proceduresFor = (needs: readonly CareNeed[]): Learnt[] => [
  ...learnt
    .filter(row => row.for.some(need => needs.includes(need)))
    .map(({ procedure, caregivers }) => ({ procedure, caregivers })),
  { procedure: 'resuscitation', caregivers: 2 },
];

/** What a family may ask for, by its child's needs. */
export const entitlementsFor = (needs: readonly CareNeed[]): EntitlementKind[] => [
  'chronicChildhoodDisease',
  'dailyEquipment',
  ...(needs.includes('ventilator') || needs.includes('tracheostomy') ? (['physicalCertificate'] as const) : []),
];
