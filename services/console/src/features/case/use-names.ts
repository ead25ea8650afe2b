import type { CaseView } from '@kaerimichi/contracts';
import { useMemo } from 'react';
import { useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useOrganisations } from '../form/use-organisations.ts';

type People = Pick<CaseView, 'people'>;
type Wish = { readonly withDirectory?: boolean };

/** Names of everybody and every organisation that a case mentions by id, as far as its viewer is told. */
export function useNames(view: People | undefined, { withDirectory = false }: Wish = {}): Record<string, string> {
  const { live } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const directory = useOrganisations(withDirectory).names;
  return useMemo(() => ({ ...orgs, ...directory, ...namesIn(view) }), [orgs, directory, view]);
}

function namesIn(view: People | undefined): Record<string, string> {
  if (!view) return {};
  const { members, orgs } = view.people;
  return { ...Object.fromEntries(Object.entries(members).map(([id, { name }]) => [id, name])), ...orgs };
}
