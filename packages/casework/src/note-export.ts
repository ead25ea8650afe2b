import type { CaseworkPorts } from './casework.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { caseWithWay } from './view-case.ts';

type Taking = {
  readonly who: SignedIn;
  readonly caseId: string;
  /** Which kind of text or paper. */
  readonly what: string;
  readonly meta: RequestMeta;
};

/**
 * What somebody sees of a case leaves the screen, on paper or into a hospital's own chart. It is made where it is read,
 * of what was told already; here it is only noted who took it, of which case and when, or who was refused.
 */
export async function noteExport(ports: CaseworkPorts, { what, ...taking }: Taking): Promise<Outcome<null>> {
  const seen = await caseWithWay(ports, { ...taking, what: `export.${what}` });
  return seen.ok ? accepted(null) : seen;
}
