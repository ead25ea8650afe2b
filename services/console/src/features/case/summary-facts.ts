import type { CaseView } from '@kaerimichi/contracts';
import { isOfFamily, standsAlone } from '@kaerimichi/discharge';
import { type Item, isItem, itemsOf } from '../form/items-of.ts';

/** Who does one procedure alone; `needed`: how many the plan asks for, null where it does not name the procedure. */
export type AloneAt = {
  readonly procedure: string;
  readonly caregivers: readonly string[];
  readonly needed: number | null;
};

/** A line of the summary: a fact as it is known, or that its category is not told to the viewer. */
export type SummaryFact =
  | { readonly is: 'alone'; readonly name: string; readonly skills: readonly AloneAt[] }
  | { readonly is: 'known'; readonly name: string; readonly value: unknown }
  | { readonly is: 'withheld'; readonly name: string; readonly category: string };

type Seen = Pick<CaseView, 'facts' | 'hidden'>;

/** In the order in which somebody asks who takes the case over for a day. */
export function summaryFacts(view: Seen, today: string): SummaryFact[] {
  const { clinical, contacts, family } = view.facts;
  return [
    line(view, 'needs', 'clinical', clinical?.needs),
    line(view, 'factors', 'clinical', isItem(clinical?.factors) ? clinical.factors.codes : undefined),
    line(view, 'devices', 'skills', kindsOf(view)),
    line(view, 'wish', 'family', isItem(family?.wish) ? family.wish.wish : undefined),
    aloneLine(view, today),
    line(view, 'whereabouts', 'contacts', contacts?.whereabouts),
  ].flatMap(found => found ?? []);
}

function line(view: Seen, name: string, category: string, value: unknown): SummaryFact | null {
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) return { is: 'known', name, value };
  // What is seen and empty is simply not recorded yet.
  return view.hidden.includes(category) ? { is: 'withheld', name, category } : null;
}

const kindsOf = (view: Seen) => unique(itemsOf(view, 'devices').map(({ kind }) => kind));

/** Procedure by procedure: who is alone at one of them may not be left with the child for the others. */
function aloneLine(view: Seen, today: string): SummaryFact | null {
  const skills = aloneAt(view, today);
  return skills.length === 0
    ? line(view, 'aloneCaregivers', 'skills', undefined)
    : { is: 'alone', name: 'aloneCaregivers', skills };
}

/** What the plan asks for in its order, whoever does it yet; then what somebody does alone besides. */
function aloneAt(view: Seen, today: string): AloneAt[] {
  const skills = itemsOf(view, 'skills');
  const needed = neededOf(view);
  const procedures = unique([...needed.keys(), ...skills.map(({ procedure }) => procedure)]);
  return procedures
    .map(procedure => {
      // A school nurse relieves nobody at home.
      const alone = skills.filter(
        skill =>
          skill.procedure === procedure && isOfFamily(String(skill.caregiver)) && standsAlone(asSkill(skill), today),
      );
      return {
        procedure,
        caregivers: unique(alone.map(({ caregiver }) => caregiver)),
        needed: needed.get(procedure) ?? null,
      };
    })
    .filter(({ caregivers, needed: asked }) => caregivers.length > 0 || asked !== null);
}

/** Caregivers that the plan of this round asks for, by procedure. */
function neededOf({ facts }: Seen): ReadonlyMap<string, number> {
  const { plan, round } = facts.plan ?? {};
  if (!isItem(plan) || plan.round !== round || !Array.isArray(plan.procedures)) return new Map();
  return new Map(
    plan.procedures.filter(isItem).map(({ procedure, caregivers }) => [String(procedure), Number(caregivers)] as const),
  );
}

const dayOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const asSkill = ({ level, lapsedOn, until, firstBy, otherModel }: Item) => ({
  level: Number(level),
  lapsedOn: dayOf(lapsedOn),
  until: dayOf(until),
  firstBy: dayOf(firstBy),
  otherModel: otherModel === true ? (true as const) : undefined,
});

const unique = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter(value => typeof value === 'string')),
];
