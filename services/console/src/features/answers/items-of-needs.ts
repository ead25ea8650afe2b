import type { MedicalCareItemId, SevereChildItemId } from '@kaerimichi/contracts';

/** Rows that follow from a care need without another question; a catheter, a stoma or insulin can be several. */
const rowsOf: Readonly<Record<string, { medical: MedicalCareItemId; severe?: SevereChildItemId }>> = {
  ventilator: { medical: 'ventilator', severe: 'respirator' },
  niv: { medical: 'ventilator', severe: 'respirator' },
  tracheostomy: { medical: 'tracheostomy', severe: 'intubationOrTracheostomy' },
  oxygen: { medical: 'oxygen', severe: 'oxygenOrDesat' },
  // How often decides which row of the severe child's form it is.
  suction: { medical: 'suction' },
  nasalTube: { medical: 'enteralTube', severe: 'tubeFeeding' },
  gastrostomy: { medical: 'enteralTube', severe: 'tubeFeeding' },
  // A line is no central venous nutrition yet.
  centralLine: { medical: 'centralLine' },
  dialysis: { medical: 'dialysis', severe: 'dialysis' },
  seizureRescue: { medical: 'seizureRescue' },
};

/** What a form begins with: rows that are ticked for a child with these needs, each once. */
export function itemsOfNeeds(needs: readonly string[]): {
  readonly medical: readonly MedicalCareItemId[];
  readonly severe: readonly SevereChildItemId[];
} {
  const rows = needs.flatMap(need => rowsOf[need] ?? []);
  return {
    medical: [...new Set(rows.map(({ medical }) => medical))],
    severe: [...new Set(rows.flatMap(({ severe }) => severe ?? []))],
  };
}
