import { points } from '../amount.ts';
import { legalAgeReachedOn } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { type Asked, failed, met, needs } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { goesHome } from './guidance.ts';
import { done, fewerThan, holds, notThat, notWith, words } from './predicates.ts';
import { discharged } from './support.ts';
import { wardPays } from './ward.ts';

/** With the 200 of a child under six (注2); unknown without a birth date, and on the very day that six is reached. */
const amount = ({ facts: { bornOn, trialStayOn } }: Asked) => {
  if (!bornOn || !trialStayOn) return null;
  const reached = legalAgeReachedOn(bornOn, 6);
  return trialStayOn === reached ? null : points(trialStayOn < reached ? 320 : 120);
};

/** 退院前在宅療養指導管理料: void when the child does not go home after all (通知(4)). */
export const c100 = defineFee({
  id: 'c100',
  title: words('退院前在宅療養指導管理料', 'Home-care guidance before discharge'),
  revisionBy: 'trialStayOn',
  sources: inBoth([place('C100 注1・注2・通知(1)–(5)')]),
  amounts: { R6: amount, R8: amount },
  amountFacts: ['bornOn'],
  conditions: [
    wardPays('homeGuidance'),
    done('trialStayOn', 'c100.trialStay', words('在宅療養に備えて外泊した', 'A trial stay at home in preparation')),
    notThat(
      'inHospitalRehearsal',
      'c100.notRehearsal',
      words('院内での宿泊練習でない', 'Not a rehearsal inside the hospital'),
    ),
    holds(
      'guidanceGiven',
      'c100.guidance',
      words(
        '在宅療養指導管理料を算定すべき指導管理を行った',
        'Guidance given for which a home-care fee would be billed',
      ),
    ),
    needs(
      'c100.returned',
      words('外泊から帰院した（そのまま転院していない）', 'Came back from the stay (not transferred straight from it)'),
      ['returnedFromStay'],
      ({ returnedFromStay }) => (returnedFromStay ? met : failed),
    ),
    goesHome,
    discharged,
    fewerThan(
      1,
      'earlierTrialGuidanceOn',
      'trialStayOn',
      'c100.once',
      words('この入院でまだ算定していない（外泊の初日1回）', 'Not claimed in this stay (first day of one stay)'),
    ),
    notWith(
      'claimedSameDay',
      ['homeGuidance'],
      'c100.noOtherThatDay',
      words('その日に他の在宅療養指導管理料を算定していない', 'No other home-care guidance fee that day'),
    ),
  ],
});
