import type { Facility } from '@kaerimichi/contracts';

/** How a facility is written down as somebody outside the network: name and telephone, within what the field takes. */
export function toldFacility({ name, phone }: Pick<Facility, 'name' | 'phone'>, most = 200): string {
  const call = phone === null ? '' : ` ${phone}`;
  return `${name.slice(0, most - call.length).toWellFormed()}${call}`;
}

/** What is looked for first, by the part that is to be taken. */
const kinds: Readonly<Record<string, Facility['kind']>> = {
  visitingNurse: 'visitingNursing',
  homePhysician: 'clinic',
  pharmacist: 'pharmacy',
  deviceVendor: 'equipmentRental',
  supportPlanner: 'consultation',
  respite: 'shortStay',
  regionalHospital: 'hospital',
};
export const kindForPart = (part: string, known: readonly string[]): string => {
  const kind = kinds[part];
  return kind !== undefined && known.includes(kind) ? kind : '';
};
