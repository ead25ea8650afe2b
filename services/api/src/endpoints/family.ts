import type { FamilySeen } from '@kaerimichi/casework';
import { type FamilyPage, familyEndpoints } from '@kaerimichi/contracts';
import { caregiverRelation } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The page of a guardian. */
export const familyImplementations = (ports: ApiPorts) => [
  implement(ports, familyEndpoints.page, async ({ who, meta }) => {
    const seen = await ports.casework.family(who, meta);
    return seen.ok ? { ok: true, answer: await toPage(ports, seen.answer) } : seen;
  }),
];

async function toPage({ store: { organisations } }: ApiPorts, seen: FamilySeen): Promise<FamilyPage> {
  const { id, no, version, team, consents, relation, ...rest } = seen;
  const named = [...new Set([...team.map(({ org }) => org), ...consents.flatMap(({ recipient }) => recipient ?? [])])];
  const [names, telephones] = await Promise.all([
    organisations.namesOf(named),
    organisations.telephonesOf(team.map(({ org }) => org)),
  ]);
  const shown = (org: string) => ({ id: org, name: names[org] ?? org });
  return {
    ...rest,
    case: { id, no, version },
    relation: caregiverRelation.catch('other').parse(relation),
    granted: [...rest.granted],
    arranging: [...rest.arranging],
    dates: [...rest.dates],
    contacts: [...rest.contacts],
    tasks: [...rest.tasks],
    meetings: rest.meetings.map(({ slots, ...meeting }) => ({ ...meeting, slots: [...slots] })),
    care: [...rest.care],
    skills: [...rest.skills],
    ratings: [...rest.ratings],
    readiness: rest.readiness && {
      ...rest.readiness,
      answers: { ...rest.readiness.answers },
      own: rest.readiness.own && [...rest.readiness.own],
    },
    stay: rest.stay && { ...rest.stay, diary: [...rest.stay.diary] },
    schemes: [...rest.schemes],
    received: [...rest.received],
    team: team.map(({ org, functions, isLead }) => ({
      org: shown(org),
      functions: [...functions],
      lead: isLead,
      telephone: telephones[org] ?? null,
    })),
    consents: consents.map(({ recipient, categories, ...consent }) => ({
      ...consent,
      recipient: recipient === null ? null : shown(recipient),
      categories: [...categories],
    })),
  };
}
