import { a212General } from './a212-general.ts';
import { a212Receive } from './a212-receive.ts';
import { a246Conference1 } from './a246-1-conference.ts';
import { a246FamilyTalk1 } from './a246-1-family-talk.ts';
import { a246PlanStart1 } from './a246-1-plan-start.ts';
import { a246Screen1 } from './a246-1-screen.ts';
import { a246PlanStart2 } from './a246-2-plan-start.ts';
import { a246Screen2 } from './a246-2-screen.ts';
import { a246PlanStart3 } from './a246-3-plan-start.ts';
import { a246ScreenAndTalk3 } from './a246-3-screen-and-talk.ts';
import { a246LiaisonPlan } from './a246-liaison-plan-7.ts';
import { a246Transfer } from './a246-transfer-14.ts';
import { b0072Window } from './b007-2-window.ts';
import { b0073Window } from './b007-3-window.ts';
import { b007Early } from './b007-early.ts';
import { b009DataAttach } from './b009-data-attach.ts';
import { b009Municipality } from './b009-municipality.ts';
import { b009SchoolAge } from './b009-school-age.ts';
import { c007Order } from './c007-order.ts';
import { c007Procedure } from './c007-procedure.ts';
import { c007Special } from './c007-special.ts';
import { c100TrialStay } from './c100-trial-stay.ts';
import type { DeadlineRule } from './deadline.ts';
import { kcmcPostVisit } from './kcmc-post-visit.ts';
import { planReview } from './plan-review.ts';
import { stationDischargeSupport } from './station-discharge-support.ts';

/** Every deadline of the fee schedule and of practice, one line each. */
export const deadlineRules: readonly DeadlineRule[] = [
  a246Screen1,
  a246FamilyTalk1,
  a246PlanStart1,
  a246Conference1,
  a246Screen2,
  a246PlanStart2,
  a246ScreenAndTalk3,
  a246PlanStart3,
  a246Transfer,
  a246LiaisonPlan,
  b007Early,
  c100TrialStay,
  b009Municipality,
  b009DataAttach,
  b009SchoolAge,
  stationDischargeSupport,
  b0072Window,
  b0073Window,
  c007Order,
  c007Special,
  c007Procedure,
  a212General,
  a212Receive,
  planReview,
  kcmcPostVisit,
];
