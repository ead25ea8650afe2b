import type { Enquiry } from '@kaerimichi/access';
import type { Enquiry as Shown } from '@kaerimichi/contracts';
import { municipalityName } from '@kaerimichi/interop';
import type { ApiPorts } from '../ports.ts';

/** An enquiry with names and the telephone of whoever asks, where one is known. */
export async function shownEnquiry(
  { organisations }: ApiPorts['store'],
  enquiry: Enquiry | null,
): Promise<Shown | null> {
  if (!enquiry) return null;
  const { lead, asks, child } = enquiry;
  const [names, telephones] = await Promise.all([organisations.namesOf([lead]), organisations.telephonesOf([lead])]);
  return {
    lead: { name: names[lead] ?? '', telephone: telephones[lead] ?? null },
    asks: asks.map(({ id, ...ask }) => ({ candidateId: id, ...ask })),
    child: child && { ...child, needs: [...child.needs], municipality: shownMunicipality(child.municipality) },
  };
}

const shownMunicipality = (code: string | null) => (code === null ? null : { code, name: municipalityName(code) });
