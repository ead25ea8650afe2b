import type { CaseView } from '@kaerimichi/contracts';
import { useObservable } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { type Option, SelectField } from '../../parts/choice-fields.tsx';
import { ComboField } from '../../parts/combo-field.tsx';
import type { FieldProps } from '../../parts/field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { itemOptions } from './item-options.ts';
import { organisationOptions } from './organisation-options.ts';
import { ownerOptions } from './owner-options.ts';
import type { Choice, FieldSpec } from './schema.ts';
import { useOrganisations } from './use-organisations.ts';
import { NEW_ITEM, type Values } from './values.ts';

type Props = FieldProps & {
  readonly field: FieldSpec & { kind: 'item' };
  readonly view: CaseView | null;
  readonly values: Values;
  readonly event: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** An item of the case (a stay, a handoff, a conference) or of the network (an organisation), chosen by what it is. */
export function ItemField({ field, view, values, event, value, onChange, ...about }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const { me, pathway, live } = useWorkplace();
  const today = useToday();
  const { orgs: known } = useObservable(live.feed.state);
  const directory = useOrganisations(field.ref === 'orgs');
  const orgs = { ...known, ...view?.people.orgs, ...directory.names };
  if (field.ref === 'orgs') {
    const options = organisationOptions({ names: orgs, kinds: directory.kinds, view, event }, speech);
    // Searched from the start: the directory comes later, and a list that becomes another field lets go of whoever opened it.
    return <ComboField {...about} options={withChosen(options, value, orgs)} value={value} onChange={onChange} />;
  }
  if (field.ref === 'members') {
    const { id, org } = me.membership;
    const members = view?.people.members ?? {};
    const source = { members, orgs, me: { id, org: org.id }, chosen: value, isOwnTask: event === 'task.assigned' };
    return <OwnerField {...about} options={ownerOptions(source, speech)} value={value} onChange={onChange} />;
  }
  const found = itemOptions(field, { view, pathway, orgs, values, today }, speech);
  const added = field.allowsNew ? [{ value: NEW_ITEM, label: say('form.newItem') }] : [];
  const options = [...added, ...found];
  if (options.length === 0) {
    const hint = about.hint ?? say('form.noItems', { label: field.label });
    return <TextField {...about} hint={hint} value={value} onChange={onChange} />;
  }
  return <SelectField {...about} options={withChosen(options, value, orgs)} value={value} onChange={onChange} />;
}

/** What was chosen before stays to be seen, also where it is offered no more. */
function withChosen(options: readonly Option[], value: string, names: Readonly<Record<string, string>>) {
  const isListed = value === '' || options.some(option => option.value === value);
  return isListed ? options : [...options, { value, label: names[value] ?? value }];
}

type OwnerProps = FieldProps & Pick<Props, 'value' | 'onChange'> & { readonly options: readonly Choice[] };

/** A person of the case's organisations; whoever is told of no people names none. */
function OwnerField({ options, value, onChange, ...about }: OwnerProps) {
  const { say } = useSpeech();
  if (options.length === 0 && !about.isRequired) return null;
  const nothing = about.isRequired ? say('form.choose') : say('form.noOwner');
  return <SelectField {...about} nothing={nothing} options={options} value={value} onChange={onChange} />;
}
