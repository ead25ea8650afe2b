import type { CaseFacts } from '../../facts.ts';
import { met, type RequirementTable, unmet } from '../../requirement.ts';

/** A service is mapped when it has gone over or stays in paediatrics on purpose; a mere candidate is not. */
const isMapped = ({ state }: NonNullable<CaseFacts['adult']>['services'][number]) =>
  state === 'seen' || state === 'transferred' || state === 'stays';

export const adultRequirements = {
  everyServiceMapped: {
    text: {
      ja: '小児のサービスすべてに成人側の受け手がある',
      en: 'Every child service is mapped',
    },
    todo: { ja: '小児のサービスすべてに成人側の受け手を決める', en: 'Map every child service' },
    waivable: 'no',
    fix: 'adult.serviceMapped',
    turn: 'coordinator',
    isMet: facts => {
      const since = facts.adult?.openedOn;
      const services = facts.adult?.services ?? [];
      const open = services.filter(service => !isMapped(service));
      if (services.length > 0 && open.length === 0) return met(undefined, { left: 0 });
      const fill = open[0] ? { fill: { service: open[0].service } } : {};
      return { ...unmet({ left: open.length }), since, fix: { event: 'adult.serviceMapped', ...fill } };
    },
  },
  firstAdultVisitDone: {
    text: { ja: '成人科の初診を終えた(または理由に署名した)', en: 'First adult visit done (or a reason is signed)' },
    todo: { ja: '成人科の初診を終える(または理由に署名する)', en: 'Complete the first adult visit (or sign a reason)' },
    waivable: 'no',
    fix: 'adult.visitHeld',
    turn: 'coordinator',
    isMet: facts => {
      const done = facts.adult?.visits[0] ?? facts.adult?.signedReason;
      return done ? met(done) : { ...unmet(), since: facts.adult?.openedOn };
    },
  },
} as const satisfies RequirementTable;
