import { memberRoleIds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { caseView } from './cases.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** How a case looks to somebody else. */
export const previewEndpoints = {
  preview: endpoint({
    method: 'GET',
    path: '/cases/:id/preview',
    summary: 'The case as a role of an organisation sees it now, for whoever may record consent',
    params: z.strictObject({ id: opaqueId }),
    query: z.strictObject({ org: opaqueId, role: z.enum(memberRoleIds) }),
    /** null: that organisation, or that role, is told that there is no such case. */
    answer: z.strictObject({ view: caseView.nullable() }),
    status: 200,
  }),
};
