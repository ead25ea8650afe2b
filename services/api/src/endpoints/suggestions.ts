import { type Candidate, suggestRecipients } from '@kaerimichi/casework';
import { handoffEndpoints } from '@kaerimichi/contracts';
import type { FacilityKind, OrganisationKind } from '@kaerimichi/discharge';
import { municipalityName } from '@kaerimichi/interop';
import type { Centre, PlacedFacility } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** As which kind a public list names what an organisation of the network is. */
const listedAs: Partial<Record<OrganisationKind, FacilityKind>> = {
  visitingNursingStation: 'visitingNursing',
  hospital: 'hospital',
  childrensHospital: 'hospital',
  clinic: 'clinic',
  pharmacy: 'pharmacy',
};

/** Who might take over what somebody declined. Loaded when it is asked for; nobody is asked by it. */
export const suggesting = (ports: ApiPorts) =>
  implement(ports, handoffEndpoints.suggestions, async ({ who, params, meta }) => {
    const asked = { caseId: params.id, handoffId: params.handoff, meta };
    const seen = await ports.casework.declinedHandoff(who, asked);
    if (!seen.ok) return seen;
    const { facts, org, municipality, reason } = seen.answer;
    const { store } = ports;
    const kind = (org && (await store.organisations.find(org))?.kind) || 'visitingNursingStation';
    const prefecture = municipality?.slice(0, 2) ?? null;
    const listed = listedAs[kind];
    const [network, places, centres, { cases }] = await Promise.all([
      store.organisations.list({ kind }),
      prefecture && listed ? store.facilities.within(listed, prefecture) : [],
      prefecture ? store.facilities.centres(prefecture) : [],
      store.board.handoffsOf(who.viewer.org, 'out'),
    ]);
    const telephones = await store.organisations.telephonesOf(network.map(({ id }) => id));
    const accepted = acceptedBy(cases);
    const candidates = [
      ...network.map(one => ofNetwork(one, { telephones, accepted, centres })),
      ...places.map(ofList),
    ];
    const home = centres.find(({ code }) => code === municipality) ?? null;
    const found = suggestRecipients(candidates, { facts, municipality, home, reason });
    const suggestions = found.map(({ municipality: code, reasons, lacks, ...one }) => ({
      ...one,
      municipality: code && municipalityName(code),
      reasons: reasons.map(words => words[meta.language]),
      lacks: lacks.map(words => words[meta.language]),
    }));
    return { ok: true, answer: { suggestions } };
  });

type Sent = { readonly handoffs: readonly { readonly org?: string | undefined; readonly status: string }[] };

/** How many handoffs of the own house each organisation has accepted. */
function acceptedBy(cases: readonly Sent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const taken = ['accepted', 'acceptedWithConditions', 'closed'];
  for (const { org, status } of cases.flatMap(({ handoffs }) => handoffs))
    if (org && taken.includes(status)) counts.set(org, (counts.get(org) ?? 0) + 1);
  return counts;
}

type Beside = {
  readonly telephones: Readonly<Record<string, string>>;
  readonly accepted: ReadonlyMap<string, number>;
  readonly centres: readonly Centre[];
};
type Organisation = Awaited<ReturnType<ApiPorts['store']['organisations']['list']>>[number];

function ofNetwork(
  { id, name, municipality, details }: Organisation,
  { telephones, accepted, centres }: Beside,
): Candidate {
  const centre = centres.find(({ code }) => code === municipality);
  return {
    ...{ org: id, id, name, municipality, address: null, phone: telephones[id] ?? null },
    at: centre ? { latitude: Number(centre.latitude), longitude: Number(centre.longitude) } : null,
    told: toldIn(details),
    accepted: accepted.get(id) ?? 0,
    listedOn: null,
  };
}

function ofList({
  id,
  name,
  address,
  phone,
  municipality,
  latitude,
  longitude,
  details,
  listedOn,
}: PlacedFacility): Candidate {
  const at = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  return { org: null, id, name, address, phone, municipality, at, told: toldIn(details), accepted: 0, listedOn };
}

/** Everything that a list says of a place, to be searched for words. */
const toldIn = (details: Readonly<Record<string, unknown>>): string =>
  Object.values(details)
    .flat()
    .filter(text => typeof text === 'string')
    .join(' ');
