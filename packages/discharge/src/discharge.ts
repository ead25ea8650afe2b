import { type EventType, eventDefinitions, isOfGrief, outsideChart } from './events.ts';
import { emptyFacts } from './facts.ts';
import { type DischargeSetup, dischargeSetup } from './setup.ts';
import { closed } from './stages/closed/state.ts';
import { discharged } from './stages/discharged/state.ts';
import { evaluationAdmission } from './stages/evaluation-admission/state.ts';
import { familyInterview } from './stages/family-interview/state.ts';
import { firstVisit } from './stages/first-visit/state.ts';
import { followUp } from './stages/follow-up/state.ts';
import { jointConference } from './stages/joint-conference/state.ts';
import { planning } from './stages/planning/state.ts';
import { preparing } from './stages/preparing/state.ts';
import { readmission } from './stages/readmission/state.ts';
import { readyForDischarge } from './stages/ready-for-discharge/state.ts';
import { screening } from './stages/screening/state.ts';
import { stableAtHome } from './stages/stable-at-home/state.ts';
import { trialStay } from './stages/trial-stay/state.ts';
import { adultTrack } from './tracks/adult/state.ts';
import { trackRequirements } from './tracks/is-ready.ts';
import { preparationTrack } from './tracks/state.ts';

/** Rises with every structural change of the chart; a case keeps the version under which it was decided. */
export const pathwayVersion = 1;

/** Facts and time events never change the stage: they are recorded wherever the case is open. */
const recordedWhileOpen = Object.fromEntries(
  eventDefinitions
    .filter(
      ({ kind, type }) => kind !== 'move' && !isOfGrief(type) && !(outsideChart as readonly string[]).includes(type),
    )
    .map(({ type }) => [type, { actions: 'record' }]),
) as Record<EventType, { actions: 'record' }>;

const closingBefore = (how: 'withdrawn' | 'noSupportNeeded' | 'transferredToHospital' | 'facility' | 'movedOut') =>
  ({
    target: `#closed.${how}`,
    guard: {
      type: 'meets',
      params: {
        needs: [],
        when: { how },
        ...(how === 'facility' || how === 'transferredToHospital' ? { unlessStage: 'readyForDischarge' } : {}),
      },
    },
    actions: 'record',
  }) as const;

const main = (machine: DischargeSetup) =>
  machine.createStateConfig({
    initial: 'screening',
    states: {
      screening: screening(machine),
      familyInterview: familyInterview(machine),
      planning: planning(machine),
      preparing: preparing(machine),
      trialStay: trialStay(machine),
      jointConference: jointConference(machine),
      readyForDischarge: readyForDischarge(machine),
      discharged: discharged(machine),
      firstVisit: firstVisit(machine),
      followUp: followUp(machine),
      stableAtHome: stableAtHome(machine),
      evaluationAdmission: evaluationAdmission(machine),
      readmission: readmission(machine),
    },
  });

/** The whole pathway: an open case is parallel (main, four tracks, adult); a closed one is where it ended. */
export const dischargeMachine = dischargeSetup.createMachine({
  id: 'discharge',
  // Tracks settle within two rounds; without a limit a mistake in two guards would turn for ever.
  options: { maxIterations: 50 },
  context: ({ input }) => ({ facts: input ?? emptyFacts('') }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      on: {
        ...recordedWhileOpen,
        'child.died': { target: '#closed.deceased', actions: 'record' },
        'case.merged': { target: '#closed.merged', actions: 'record' },
        'case.closed': [
          closingBefore('withdrawn'),
          closingBefore('noSupportNeeded'),
          closingBefore('transferredToHospital'),
          closingBefore('facility'),
          closingBefore('movedOut'),
        ],
      },
      states: {
        main: main(dischargeSetup),
        community: preparationTrack(dischargeSetup, trackRequirements.community),
        training: preparationTrack(dischargeSetup, trackRequirements.training),
        equipment: preparationTrack(dischargeSetup, trackRequirements.equipment),
        entitlements: preparationTrack(dischargeSetup, trackRequirements.entitlements),
        adult: adultTrack(dischargeSetup),
      },
    },
    closed: closed(dischargeSetup),
  },
});
