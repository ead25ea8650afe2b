import { seesBoard } from '@kaerimichi/access';
import type { Outcome, SignedIn, WriteAnswer } from '@kaerimichi/casework';
import { type TaskChange, taskEndpoints } from '@kaerimichi/contracts';
import { implementOnce } from '../implement-once.ts';
import type { ApiPorts } from '../ports.ts';
import { type Asking, toProblem } from '../problem.ts';

/** Several tasks at once: each is a command of its own case, so that its history says so, or its row says why not. */
export const taskChanges = (ports: ApiPorts) => [
  implementOnce(ports, taskEndpoints.change, async ({ who, body, key, meta }) => {
    if (!seesBoard(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const done: Named[] = [];
    const refused: (Named & { why: string })[] = [];
    for (const [at, named] of body.tasks.entries()) {
      // After a crash in between, what was done before is found done.
      const own = { key: `${key.key.slice(0, 240)}.${at}`, bodyHash: key.bodyHash };
      const outcome = await changeOne(ports, { who, named, change: body.change, key: own, meta });
      if (outcome.ok) done.push(named);
      else refused.push({ ...named, why: whyNot(outcome.refusal, meta) });
    }
    return { ok: true, answer: { done, refused } };
  }),
];

type Named = { readonly caseId: string; readonly task: string };
type One = {
  readonly who: SignedIn;
  readonly named: Named;
  readonly change: TaskChange;
  readonly key: { readonly key: string; readonly bodyHash: string };
  readonly meta: Asking;
};

/** On the case as it is: what else happened to it meanwhile speaks against nothing that the case itself allows. */
async function changeOne(ports: ApiPorts, { who, named, change, key, meta }: One): Promise<Outcome<WriteAnswer>> {
  const { caseId, task } = named;
  const body = { ...eventOf(change), task };
  const send = async () => {
    const loaded = await ports.store.cases.loadFresh(caseId);
    return ports.casework.send({ who, caseId, match: loaded?.version ?? 0, key, body, meta });
  };
  const first = await send();
  return !first.ok && first.refusal.code === 'version-conflict' ? send() : first;
}

const eventOf = (change: TaskChange): Readonly<Record<string, unknown>> => {
  const { is, ...fields } = change;
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
  return { type: is === 'owner' ? 'task.assigned' : 'task.dueMoved', ...said };
};

/** A refusal in one sentence or more: its reasons, else its issues, else what its code says. */
function whyNot(refusal: Extract<Outcome<never>, { ok: false }>['refusal'], meta: Asking): string {
  const { detail, reasons = [], issues = [] } = toProblem(refusal, meta);
  const said = [...reasons.map(({ text }) => text), ...issues.map(({ message }) => message)];
  return said.length > 0 ? said.join(' ') : detail;
}
