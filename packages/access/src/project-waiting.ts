import { type Day, sideToMove, type TaskKind } from '@kaerimichi/discharge';
import { cardAccess } from './case-access.ts';
import { daysOf } from './handoff-tasks.ts';
import { projectCard } from './project-card.ts';
import { seesFact } from './project-facts.ts';
import { keyOf, ownTasks, settingOf } from './set-tasks.ts';
import { type Asking, askAbout, type TaskSource } from './task.ts';
import { leads } from './task-owners.ts';
import type { Viewer } from './viewer.ts';

/** Something that another organisation has to do, and a viewer waits for. */
export type Waiting = {
  readonly kind: TaskKind;
  /** As of a task. */
  readonly about: string | null;
  readonly ref: string;
  /** Whom it is waited for; null: a hub, which the case does not name, or nobody of the network. */
  readonly org: string | null;
  /** Role whose turn it is; absent where the organisation was asked. */
  readonly role?: string;
  readonly since: Day | null;
  readonly dueOn: Day | null;
  readonly reminded?: { readonly at: string; readonly org: string };
  /** Whether this viewer may remind of it at all; at most once a day is the case's own rule. */
  readonly isRemindable: boolean;
};

type Draft = Omit<Waiting, 'isRemindable'>;

/** What a viewer waits for in one case: whoever leads it from day to day, for all; whoever asked, for its own question. */
export function projectWaiting(source: TaskSource, viewer: Viewer, at: string): Waiting[] {
  const asking = askAbout(source, viewer, { at, whose: ownTasks(viewer) });
  if (!asking) return [];
  const asked = leads(asking) ? [...enquiries(asking), ...handoffs(asking)] : ownQuestions(asking);
  const all = [...asked, ...turn(source, asking).filter(({ org }) => !asked.some(other => other.org === org))];
  return all.map(waiting => {
    const key = keyOf(waiting);
    const { reminded } = settingOf(key, asking);
    const isRemindable = key !== null && asking.may({ event: 'task.reminded' }) !== null;
    return { ...waiting, ...(reminded && { reminded }), isRemindable };
  });
}

function enquiries({ facts, rights, viewer }: Asking): Draft[] {
  if (!seesFact('team', rights)) return [];
  return facts.team
    .filter(({ state, org }) => state === 'asked' && org !== undefined && org !== viewer.org)
    .map(({ id, org = null, function: about, askedOn, on, replyBy }) => ({
      kind: 'enquiry',
      ...{ about, ref: id, org, since: askedOn ?? on, dueOn: replyBy ?? null },
    }));
}

function handoffs({ facts, rights, viewer }: Asking): Draft[] {
  if (!seesFact('handoffs', rights)) return [];
  return facts.handoffs
    .filter(({ status, sentSeq, org }) => sentSeq && org !== viewer.org && sideToMove(status) === 'receiver')
    .map(handoff => ({
      kind: 'handoff',
      ...{ about: handoff.status, ref: handoff.id, org: handoff.org ?? null, ...daysOf(handoff, facts) },
    }));
}

/** What a recipient asked about its handoff, which the lead answers. */
function ownQuestions({ facts, rights, viewer, may }: Asking): Draft[] {
  if (!seesFact('handoffs', rights) || !may({ event: 'handoff.asked' })) return [];
  return facts.handoffs
    .filter(({ org, status }) => org === viewer.org && status === 'questioned')
    .flatMap(handoff =>
      handoff.questions
        .filter(({ answered }) => !answered)
        .map(
          ({ id, section }): Draft => ({
            kind: 'question',
            ...{ about: section, ref: `${handoff.id}.${id}`, org: facts.lead, ...daysOf(handoff, facts) },
          }),
        ),
    );
}

/** The turn of another organisation, as the card says it to whoever leads. */
function turn({ access: row }: TaskSource, asking: Asking): Draft[] {
  const { card, viewer, on } = asking;
  const access = cardAccess(row, viewer);
  const seen = access && leads(asking) ? projectCard(card, access, { on, org: viewer.org }) : null;
  if (!seen?.turn) return [];
  const { org, role, since } = seen.turn;
  const isHubs = org === null && role === 'coordinator' && viewer.orgKind !== 'hub';
  if (!isHubs && (org ?? seen.lead) === viewer.org) return [];
  return [{ kind: 'turn', about: seen.next, ref: '', org, role, since, dueOn: null }];
}
