import { caseSourceEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** What a hospital's file told of a case, beside what people recorded. */
export const caseSourceImplementations = (ports: ApiPorts) => [
  implement(ports, caseSourceEndpoints.source, async ({ who, params, meta }) => {
    const seen = await ports.casework.source(who, params.id, meta);
    if (!seen.ok) return seen;
    if (!seen.answer) return { ok: true, answer: { source: null } };
    const { org, parts, madeFrom, newest, draft } = seen.answer;
    const names = await ports.store.organisations.namesOf([org]);
    const shown = parts.map(({ items, ...part }) => ({
      ...part,
      items: items.map(({ phones, codes, ...item }) => ({
        ...item,
        ...(phones ? { phones: [...phones] } : {}),
        ...(codes ? { codes: [...codes] } : {}),
      })),
    }));
    return { ok: true, answer: { source: { org: names[org] ?? null, madeFrom, newest, draft, parts: shown } } };
  }),
];
