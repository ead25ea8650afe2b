import type { Api } from './api.ts';
import type { AnswerOf } from './route.ts';
import { routes } from './routes.ts';

export type Listed = AnswerOf<typeof routes.organisations>['organisations'];

/** Every organisation of the network: a form offers them all, however many pages they come in. */
export async function allOrganisations(
  api: Pick<Api, 'call'>,
  carry: { readonly signal?: AbortSignal } = {},
): Promise<{ organisations: Listed }> {
  const organisations: Listed = [];
  for (let after: string | null | undefined; after !== null; ) {
    const query: { after?: string } = after === undefined ? {} : { after };
    const page: AnswerOf<typeof routes.organisations> = await api.call(routes.organisations, { query, ...carry });
    organisations.push(...page.organisations);
    after = page.next;
  }
  return { organisations };
}
