import {
  accessOf,
  coordinatesMerges,
  mergeActs,
  readsMerges,
  registers,
  seesMerge,
  showsName,
  type Viewer,
} from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { type MergeDecision, mergeEndpoints } from '@kaerimichi/contracts';
import { compareChildren } from '@kaerimichi/discharge';
import type { MergeProposal } from '@kaerimichi/store';
import { implementOnce } from '../implement-once.ts';
import { noteStep } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';
import { standingOf, toldCases } from './merges.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const because = (code: string, text: { readonly ja: string; readonly en: string }) =>
  ({
    ok: false,
    refusal: { code: 'wrong-stage', reasons: [{ code, params: {}, waivable: 'no', text }] },
  }) as const;
const alreadyDecided = because('merge.decided', {
  ja: 'この2つのケースについては、もう決まっています。',
  en: 'About these two cases it is decided already.',
});
const notOpen = because('merge.closed', {
  ja: '終了したケースがあります。まとめられるのは、進行中のケースどうしだけです。先に再開してください。',
  en: 'One of them is closed: only open cases are merged. Reopen it first.',
});
const twoChildren = because('merge.differs', {
  ja: '生年月日・性別・出生順のどれかが違うので、まとめられません。記録の誤りなら、先に直してください。',
  en: 'The day of birth, the sex or the order among twins differs: they are not made one. Correct a wrong record first.',
});

/** What tells two children apart, whatever they are called. */
const differing = (...pair: Parameters<typeof compareChildren>) => {
  const agreement = compareChildren(...pair);
  return (['birth', 'sex', 'birthOrder'] as const).filter(field => agreement[field] === 'different');
};

/** What people make of two cases that may be one child: proposed by one, confirmed by another, or told to be two. */
export function mergeDecisions(ports: ApiPorts) {
  return [proposing(ports), deciding(ports)];
}

const proposing = (ports: ApiPorts) =>
  implementOnce(ports, mergeEndpoints.propose, async ({ who: { viewer }, body, meta }) => {
    if (!readsMerges(viewer)) return forbidden;
    const survivor = await seenCase(ports, viewer, body.survivor);
    const absorbed = await seenCase(ports, viewer, body.absorbed);
    const issues = [
      ...(survivor ? [] : [{ path: 'survivor', message: noSuchNumber }]),
      ...(absorbed ? [] : [{ path: 'absorbed', message: noSuchNumber }]),
      ...(body.survivor === body.absorbed ? [{ path: 'absorbed', message: sameNumber }] : []),
    ];
    if (!survivor || !absorbed || issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    if ([survivor, absorbed].some(({ facts }) => facts.closing)) return notOpen;
    const leadsOne = registers(viewer) && [survivor, absorbed].some(({ facts }) => facts.lead === viewer.org);
    if (!coordinatesMerges(viewer) && !leadsOne) return forbidden;
    const { person, org, role } = viewer;
    const by = { person, org, role, reason: body.reason };
    const id = await ports.store.merges.propose({ survivor: survivor.id, absorbed: absorbed.id, ...by });
    if (id === null) return alreadyDecided;
    noteStep(ports, viewer, { what: `merge.proposed ${id}`, cases: [survivor.id, absorbed.id], meta });
    return { ok: true, answer: { id } };
  });

const noSuchNumber =
  'この番号のケースはないか、お名前が共有されていません。 / No case of this number, or its name is not shared.';
const sameNumber = '同じ番号です。 / The same number.';

/** A case by its number, if this viewer is shown who the child is: a proposal is no way to find that out. */
async function seenCase({ store }: ApiPorts, viewer: Viewer, no: string) {
  const id = await store.merges.caseOf(no);
  const loaded = id === null ? null : await store.cases.load(id);
  const access = loaded && accessOf(loaded, viewer);
  return access && showsName(access, viewer) ? loaded : null;
}

const deciding = (ports: ApiPorts) =>
  implementOnce(ports, mergeEndpoints.decide, async ({ who, params: { id }, body, meta }) => {
    const { viewer } = who;
    const merge = await ports.store.merges.find(id);
    if (!merge || !readsMerges(viewer) || !seesMerge(viewer, standingOf(merge))) return notFound;
    const may = mergeActs(viewer, standingOf(merge));
    const isDecided = merge.decided !== null;
    // Of a proposal, since another lead took it up; of what was decided, since it stands or was proposed anew.
    if ((isDecided || (body.act === 'propose' && merge.state === 'proposed')) && !may.includes(body.act))
      return alreadyDecided;
    if (!may.includes(body.act)) return forbidden;
    if (body.act !== 'reject' && differing(...merge.cases).length > 0) return twoChildren;
    if (isDecided && (await hasClosed(ports, merge))) return notOpen;
    const outcome = await decideNow(ports, { who, merge }, body);
    if (outcome.ok) {
      const cases = body.act === 'propose' ? merge.cases.map(one => one.id) : toldCases(merge);
      noteStep(ports, viewer, { what: `${stepOf[body.act]} ${outcome.answer.id}`, cases, meta });
    }
    return outcome;
  });

/** What a log calls it. */
const stepOf = { propose: 'merge.proposed', confirm: 'merge.confirmed', reject: 'merge.rejected' } as const;

/** A pair that was decided is proposed anew while both cases go on. */
async function hasClosed({ store }: ApiPorts, { cases }: MergeProposal): Promise<boolean> {
  const loaded = await Promise.all(cases.map(({ id }) => store.cases.load(id)));
  return loaded.some(one => !one || one.facts.closing);
}

type Deciding = { readonly who: SignedIn; readonly merge: MergeProposal };

async function decideNow(ports: ApiPorts, { who, merge }: Deciding, body: MergeDecision) {
  const { person, org, role } = who.viewer;
  const { id, cases } = merge;
  const { merges } = ports.store;
  if (body.act === 'reject') {
    const isDone = await merges.reject(id, { person, org, reason: body.reason });
    return isDone ? ({ ok: true, answer: { id, state: 'rejected' as const } } as const) : alreadyDecided;
  }
  const survivor = cases.find(one => one.id === (body.act === 'propose' ? body.survivor : merge.survivor));
  const absorbed = cases.find(one => one !== survivor);
  if (!survivor || !absorbed)
    return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'survivor', message: noneOfBoth }] } } as const;
  const pair = { survivor: survivor.id, absorbed: absorbed.id };
  if (body.act === 'propose') {
    const proposal = await merges.propose({ ...pair, person, org, role, reason: body.reason });
    return proposal ? ({ ok: true, answer: { id: proposal, state: 'proposed' as const } } as const) : alreadyDecided;
  }
  const merged = await ports.casework.merge({ who, proposal: id, ...pair, reason: body.reason });
  return merged.ok ? ({ ok: true, answer: { id, state: 'merged' as const } } as const) : merged;
}

const noneOfBoth = '2つのケースのどちらかを選んでください。 / Choose one of the two cases.';
