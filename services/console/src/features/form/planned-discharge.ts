import type { CaseView } from '@kaerimichi/contracts';

/** The day of discharge as it is planned; undefined: nobody has said, or it is not told. */
export function plannedDischarge(view: Pick<CaseView, 'facts'> | null): string | undefined {
  const planned = view?.facts.plan?.dischargeDay;
  return typeof planned === 'object' && planned !== null && 'day' in planned ? String(planned.day) : undefined;
}
