import type { CaseView, CheckItem, Checklists } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ownerOptions } from '../form/owner-options.ts';

/** The checklists of a case. */
export function useChecklists(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'checklists'],
    queryFn: ({ signal }): Promise<Checklists> => api.call(routes.checklists, { params: { id }, signal }),
  });
}

/** Who may own an item, oneself first. */
export function useOwnerChoices(view: CaseView, chosen: string) {
  const speech = useSpeech();
  const { id, org } = useWorkplace().me.membership;
  const { members, orgs } = view.people;
  // A family ticks nothing off here: what is its own stands on its page.
  const staff = Object.fromEntries(Object.entries(members).filter(([, { role }]) => role !== 'family'));
  return ownerOptions({ members: staff, orgs, me: { id, org: org.id }, chosen }, speech);
}

/** What an item asks for, in words. */
export function useCheckWords(): (item: CheckItem) => string {
  const { pick, say } = useSpeech();
  return ({ words, what }) => (words ? pick(words) : (what ?? say('checks.unnamed')));
}
