import {
  MOST_AWAY_DAYS,
  mayAdminister,
  mayEndSubstitution,
  maySubstitute,
  type SubstitutionFault,
  seesBoard,
  substitutionFaults,
  type Viewer,
} from '@kaerimichi/access';
import { type SubstitutionShown, substituteEndpoints } from '@kaerimichi/contracts';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import type { Membership, StoredSubstitution } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** 代理: who sees the tasks of somebody who is away. Set by oneself, or by an administrator, who sees no task by it. */
export const substituteImplementations = (ports: ApiPorts) => [listing(ports), making(ports), ending(ports)];

const isKeptBy = (viewer: Viewer): boolean => seesBoard(viewer) || mayAdminister(viewer);

const listing = (ports: ApiPorts) =>
  implement(ports, substituteEndpoints.list, async ({ who: { viewer } }) => {
    if (!isKeptBy(viewer)) return forbidden;
    const all = await ports.store.substitutes.listOf(viewer.org);
    const own = all.filter(substitution => mayEndSubstitution(viewer, substitution));
    return { ok: true, answer: { substitutes: own.map(shown) } };
  });

const making = (ports: ApiPorts) =>
  implementOnce(ports, substituteEndpoints.make, async ({ who: { viewer }, body, meta }) => {
    if (!isKeptBy(viewer)) return forbidden;
    const { membership = viewer.membership, substitute, fromOn, untilOn } = body;
    const absent = await ports.store.memberships.find(membership);
    if (!absent || !maySubstitute(viewer, { org: absent.org.id, membership })) return notFound;
    const other = await ports.store.memberships.find(substitute);
    const on = tokyoDay(ports.clock.now());
    // Of another organisation nobody learns who is there.
    const faults = other
      ? substitutionFaults({ absent: memberOf(absent), substitute: memberOf(other) }, { fromOn, untilOn }, on)
      : (['elsewhere'] as const);
    if (faults.length > 0)
      return { ok: false, refusal: { code: 'bad-input', issues: faults.map(fault => whyNot[fault]) } };
    const made = await ports.store.substitutes.make({ membership, substitute, fromOn, untilOn, by: viewer.membership });
    note(ports, viewer, made, { outcome: 'made', requestId: meta.requestId });
    return { ok: true, answer: shown(made) };
  });

const ending = (ports: ApiPorts) =>
  implement(ports, substituteEndpoints.end, async ({ who: { viewer }, params, meta }) => {
    if (!isKeptBy(viewer)) return forbidden;
    const found = await ports.store.substitutes.find(params.id);
    if (!found || !mayEndSubstitution(viewer, found)) return notFound;
    await ports.store.substitutes.end(found.id);
    note(ports, viewer, found, { outcome: 'ended', requestId: meta.requestId });
    return { ok: true, answer: null };
  });

const memberOf = ({ id, org, role, flags }: Membership) => ({ membership: id, org: org.id, role, flags });

type Step = { readonly outcome: string; readonly requestId: string };

const note = (ports: ApiPorts, viewer: Viewer, { membership, substitute }: StoredSubstitution, step: Step) =>
  noteChange(ports, viewer, { what: `substitute ${substitute} for ${membership}`, ...step });

const shown = ({ org: _own, isEnded: _not, ...substitution }: StoredSubstitution): SubstitutionShown => substitution;

const w = (path: string, ja: string, en: string): { path: string; message: Words } => ({ path, message: { ja, en } });

const whyNot: Readonly<Record<SubstitutionFault, ReturnType<typeof w>>> = {
  oneself: w(
    'substitute',
    '休む本人は代理になれません。ほかの人を選んでください。',
    'Choose somebody else than whoever is away.',
  ),
  elsewhere: w('substitute', '自分の組織の人を選んでください。', 'Choose somebody of your own organisation.'),
  withoutCases: w(
    'substitute',
    'この人の役割ではお子さんのケースが見られません。ほかの人を選んでください。',
    'The role of this person sees no cases: choose somebody else.',
  ),
  backwards: w('untilOn', '終わりの日が、始まりの日より前です。', 'The last day is before the first.'),
  over: w('untilOn', '過ぎた日です。きょうより後の日を入れてください。', 'The day has passed: give a later one.'),
  tooLong: w(
    'untilOn',
    `${MOST_AWAY_DAYS}日までにしてください。それより長いときは、担当を引き継いでください。`,
    `At most ${MOST_AWAY_DAYS} days: for longer, hand the tasks over.`,
  ),
};
