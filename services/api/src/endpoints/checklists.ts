import { checklistEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The checklists of a case; its events go the way of all others. */
export const checklistImplementations = (ports: ApiPorts) => [
  implement(ports, checklistEndpoints.ofCase, async ({ who, params, meta }) => {
    const seen = await ports.casework.checklists(who, params.id, meta);
    if (!seen.ok) return seen;
    const { templates, additions, checks, can } = seen.answer;
    return {
      ok: true,
      answer: {
        templates: [...templates],
        additions: additions.map(({ template, words }) => ({ template, words: [...words] })),
        checks: checks.map(check => ({ ...check, templates: [...check.templates] })),
        can,
      },
    };
  }),
];
