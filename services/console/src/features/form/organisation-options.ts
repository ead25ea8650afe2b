import type { CaseView } from '@kaerimichi/contracts';
import { organisationKinds } from '@kaerimichi/discharge';
import type { Option } from '../../parts/choice-fields.tsx';
import type { Speech } from '../../words/words.ts';
import { itemsOf } from './fitting-items.ts';
import type { Directory } from './use-organisations.ts';

type Source = Directory & {
  readonly view: Pick<CaseView, 'facts' | 'card'> | null;
  /** Whose form it is. */
  readonly event: string | undefined;
};

/** Events whose organisation is another than the one that leads: it needs no consent, and is offered nothing of its own. */
const toOthers: readonly (string | undefined)[] = ['consent.recorded', 'lead.offered'];

/** Organisations to choose from: those that take part in the case first, then the others by kind, each by name. */
export function organisationOptions({ names, kinds, view, event }: Source, { code, say }: Speech): Option[] {
  const lead = view?.card.lead;
  const near = new Set([lead, ...(view?.card.owners ?? []), ...teamOf(view)]);
  const groupOf = (id: string): [number, string] => {
    if (near.has(id)) return [-1, say('form.takingPart')];
    const at = (organisationKinds as readonly string[]).indexOf(kinds[id] ?? '');
    return at < 0 ? [organisationKinds.length, say('form.otherOrganisations')] : [at, code('orgKind', kinds[id] ?? '')];
  };
  return Object.entries(names)
    .filter(([id]) => !(toOthers.includes(event) && id === lead))
    .map(([value, label]) => ({ value, label, group: groupOf(value) }))
    .sort((a, b) => a.group[0] - b.group[0] || a.label.localeCompare(b.label, 'ja'))
    .map(({ value, label, group: [, group] }) => ({ value, label, group }));
}

/** Whoever was asked and has not said no. */
const teamOf = (view: Source['view']): string[] =>
  itemsOf(view, 'team').flatMap(({ org, state }) =>
    typeof org === 'string' && state !== 'declined' && state !== 'ended' ? [org] : [],
  );
