import { maySetCheck, mayWrite, type Rights, readsWhole } from '@kaerimichi/access';
import {
  additionsTo,
  type Check,
  categoryOfCheck,
  categoryOfTemplate,
  checksOf,
  type Day,
  rowTextName,
  templateIds,
  templatesFor,
  tokyoDay,
} from '@kaerimichi/discharge';
import { requirements } from '@kaerimichi/discharge/chart';
import { z } from 'zod';
import type { CaseworkPorts } from './casework.ts';
import { type CheckWords, checkWordsOf } from './check-words.ts';
import type { ChecklistsSeen, CheckSeen } from './checklists-seen.ts';
import { categoryOf, readerOf } from './entry-kind.ts';
import { isMet } from './open-checks.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import type { CaseStore, LoadedCase, SignedIn } from './ports.ts';
import { formRoute } from './reasons.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

const nothing: ChecklistsSeen = {
  templates: [],
  additions: [],
  checks: [],
  can: { choose: false, add: false },
};

/** The checklists of a case for whoever reads its plan, without what tells of care that they are not told of. */
export async function readChecklists(ports: CaseworkPorts, question: Question): Promise<Outcome<ChecklistsSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'checklists' });
  return seen.ok ? accepted(await checklistsOf(ports, question.who, seen.answer.loaded)) : seen;
}

/** The same of a case that was opened already. */
export async function checklistsOf(
  ports: CaseworkPorts,
  { viewer }: SignedIn,
  loaded: LoadedCase,
): Promise<ChecklistsSeen> {
  const { rights } = readerOf(viewer, loaded);
  if (!readsWhole(rights, 'plan')) return nothing;
  const checks = checksOf(loaded.facts).filter(({ id }) => readsWhole(rights, categoryOfCheck(id)));
  const [texts, wordsOf] = await Promise.all([
    textsOf(ports.store, loaded, checks),
    checkWordsOf(ports.store.checkWords, loaded.facts),
  ]);
  const on = tokyoDay(ports.clock.now());
  return {
    templates: templatesSeen(loaded, rights),
    additions: additionsTo(loaded.facts)
      .filter(({ template }) => readsWhole(rights, categoryOfTemplate(template)))
      .map(({ template, checks: ids }) => ({ template, words: ids.map(id => wordsOf(id) ?? unknown(id)) })),
    checks: checks.map(check => ({
      ...toSeen(check, { loaded, rights, on, wordsOf }),
      ...texts(check),
      maySet: maySetCheck(viewer, loaded, check),
    })),
    can: {
      choose: mayWrite(viewer, loaded, 'checklist.chosen'),
      add: mayWrite(viewer, loaded, 'checklist.itemsAdded'),
    },
  };
}

function templatesSeen({ facts }: LoadedCase, rights: Rights): ChecklistsSeen['templates'] {
  const suggested = templatesFor(facts.needs);
  return templateIds
    .filter(id => readsWhole(rights, categoryOfTemplate(id)))
    .map(id => ({
      id,
      isChosen: facts.checklists?.some(other => other.id === id) ?? false,
      isSuggested: suggested.includes(id),
    }));
}

/** Of a rule set that the program cannot read any more. */
const unknown = (id: string) => ({ ja: id, en: id });

type Seeing = {
  readonly loaded: LoadedCase;
  readonly rights: Rights;
  readonly on: Day;
  readonly wordsOf: CheckWords;
};

function toSeen(
  check: Check,
  { loaded, rights, on, wordsOf }: Seeing,
): Omit<CheckSeen, 'what' | 'evidence' | 'reason' | 'maySet'> {
  const { id, section, templates, state, owner, dueOn, on: since } = check;
  const requirement = requirements.get(check.requirement ?? '');
  const isTold = requirement && readsWhole(rights, categoryOf(requirement.fix));
  return {
    id,
    section,
    words: templates.length > 0 ? (wordsOf(id) ?? unknown(id)) : null,
    // A shared item is told; which need asks for it too is another matter.
    templates: templates.filter(template => readsWhole(rights, categoryOfTemplate(template))),
    state,
    owner: owner ?? null,
    dueOn: dueOn ?? null,
    on: since,
    condition: requirement
      ? {
          text: requirement.text,
          isMet: isTold ? isMet(check, loaded.facts, on) : null,
          route: formRoute(loaded.id, { event: requirement.fix }),
        }
      : null,
  };
}

const written = z.record(z.string(), z.unknown());

/** What was written of each item: what there is to do, and what shows that it is done, or why it does not apply. */
async function textsOf(store: Pick<CaseStore, 'listTexts'>, { id: caseId }: LoadedCase, checks: readonly Check[]) {
  const seqs = [...new Set(checks.flatMap(({ seq, setSeq }) => [seq ?? [], setSeq ?? []].flat()))];
  const rows = seqs.length > 0 ? await store.listTexts(caseId, seqs) : [];
  const bySeq = new Map(rows.map(({ seq, body }) => [seq, written.safeParse(body).data ?? {}]));
  return ({ id, seq, setSeq }: Check): Pick<CheckSeen, 'what' | 'evidence' | 'reason'> => {
    const textOf = (at: number | null, name: string) => {
      const text = bySeq.get(at ?? 0)?.[name];
      return typeof text === 'string' ? text : null;
    };
    return {
      what: textOf(seq, rowTextName('checks', id, 'what')),
      evidence: textOf(setSeq, 'evidence'),
      reason: textOf(setSeq, 'reason'),
    };
  };
}
