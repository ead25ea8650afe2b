import { ageOn } from '@kaerimichi/rules/calendar';
import type { CaseEvent, Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import type { Fault } from '../../faults.ts';
import { happenedOn } from '../../occurred-on.ts';
import { type Giver, giver } from '../../vocabulary.ts';
import type { Words } from '../../words.ts';

type Relation = Giver['relation'];
type Authority = Giver['authority'];

/** Parental authority, that of a guardian, or care entrusted: what relatives may have, adopted, appointed or asked. */
const kin: readonly Authority[] = ['parental', 'guardian', 'delegated'];

/**
 * With which authority whoever is related in this way can consent. A foster parent cares by delegation, or is appointed
 * guardian; one who has adopted is a parent. Nobody has the child's own authority but the child.
 */
export const authoritiesOf: Readonly<Record<Relation, readonly Authority[]>> = {
  mother: kin,
  father: kin,
  secondMother: kin,
  secondFather: kin,
  grandparent: kin,
  relative: kin,
  other: kin,
  fosterParent: ['guardian', 'delegated'],
  guardian: ['guardian'],
  childGuidanceCentre: ['childGuidanceCentre'],
  self: ['self'],
};

const unfit: Words = {
  ja: 'この続柄の方は、この立場では同意できません。続柄と法的な立場の組み合わせを確かめてください。',
  en: 'Nobody so related consents with this authority: look at relation and authority together.',
};

/** Givers whose authority does not belong to their relation. */
export function giverFaults({ givers }: Readonly<Record<string, unknown>>): Fault[] {
  const list: readonly unknown[] = Array.isArray(givers) ? givers : [];
  return list.flatMap((one, at) => {
    const { data } = giver.safeParse(one);
    const isFit = !data || authoritiesOf[data.relation].includes(data.authority);
    return isFit ? [] : [{ path: ['givers', at, 'authority'], text: unfit }];
  });
}

/**
 * From this age a child’s own consent may stand alone. The Personal Information Protection Commission’s answers on the
 * Act (個人情報保護委員会 Q&A, 法定代理人の同意) want a legal representative for a child of up to 12 to 15; the later
 * end is taken, which is the age from which discharge is planned with the young person (15歳以上の退院調整).
 */
export const ALONE_FROM_YEARS = 15;

type Given = {
  readonly givers: readonly Giver[];
  readonly scope: string;
  readonly recipient?: string | undefined;
};

/** Below that age, and before birth, somebody who answers for the child consents beside it. */
export function aloneObjection(facts: CaseFacts, event: CaseEvent<Given>): Objection | null {
  const { givers, scope, recipient } = event.body;
  if (givers.some(({ relation }) => relation !== 'self')) return null;
  const on = happenedOn(event);
  const age = facts.bornOn ? ageOn(facts.bornOn, on) : null;
  if (age && age.years >= ALONE_FROM_YEARS) return null;
  return {
    code: 'consent.selfTooYoung',
    text: {
      ja: `${ALONE_FROM_YEARS}歳になるまでは、本人の同意だけでは足りません。親権者や未成年後見人など、本人に代わって同意できる方の同意を得て、あわせて記録してください。`,
      en: `Before the age of ${ALONE_FROM_YEARS} a child’s own consent is not enough: obtain that of whoever holds parental authority or is guardian, and record it with the child’s.`,
    },
    params: { fromYears: ALONE_FROM_YEARS },
    turn: { org: facts.lead, role: 'dischargeNurse', since: event.on },
    fix: 'consent.recorded',
    fill: { scope, ...(recipient ? { recipient } : {}) },
  };
}
