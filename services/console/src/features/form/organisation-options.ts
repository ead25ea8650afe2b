import type { CaseView } from '@kaerimichi/contracts';
import { organisationKinds } from '@kaerimichi/discharge';
import type { Option } from '../../parts/choice-fields.tsx';
import type { Speech } from '../../words/words.ts';
import { itemsOf } from './items-of.ts';
import type { Directory } from './use-organisations.ts';

type Source = Directory & {
  readonly view: Pick<CaseView, 'facts' | 'card'> | null;
  /** Whose form it is. */
  readonly event: string | undefined;
};

/** Whether an organisation other than the lead is meant: the lead is asked nothing, and needs no consent unless it is about to hand over. */
const isToOthers = ({ view, event }: Source): boolean =>
  event === 'lead.offered' ||
  event === 'candidate.asked' ||
  (event === 'consent.recorded' && view?.facts.plan?.leadOffered === undefined);

/** Organisations to choose from: those that take part in the case first, then the others by kind, each by name. */
export function organisationOptions(source: Source, { code, say }: Speech): Option[] {
  const { names, kinds, view } = source;
  const lead = view?.card.lead;
  const near = new Set([lead, ...(view?.card.owners ?? []), ...teamOf(view)]);
  const groupOf = (id: string): [number, string] => {
    if (near.has(id)) return [-1, say('form.takingPart')];
    const at = (organisationKinds as readonly string[]).indexOf(kinds[id] ?? '');
    return at < 0 ? [organisationKinds.length, say('form.otherOrganisations')] : [at, code('orgKind', kinds[id] ?? '')];
  };
  return Object.entries(names)
    .filter(([id]) => id !== lead || !isToOthers(source))
    .map(([value, label]) => ({ value, label, group: groupOf(value) }))
    .sort((a, b) => a.group[0] - b.group[0] || a.label.localeCompare(b.label, 'ja'))
    .map(({ value, label, group: [, group] }) => ({ value, label, group }));
}

/** Whoever was asked and has not said no. */
const teamOf = (view: Source['view']): string[] =>
  itemsOf(view, 'team').flatMap(({ org, state }) =>
    typeof org === 'string' && state !== 'declined' && state !== 'ended' ? [org] : [],
  );
