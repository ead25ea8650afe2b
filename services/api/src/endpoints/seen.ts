import { cardAccess, projectCard, seesBoard, type Viewer, visibilityKey } from '@kaerimichi/access';
import type { BoardEntry } from '@kaerimichi/casework';
import { seenCard, seenEndpoints, seenOf } from '@kaerimichi/contracts';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import type { SeenNote } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The board that is meant where none is named. */
const BOARD = 'board';

/** 前回からの変更: what one has seen oneself; nobody is told of it but that person. */
export function seenImplementations(ports: ApiPorts) {
  const { store, clock } = ports;
  return [
    implement(ports, seenEndpoints.seen, async ({ who: { viewer }, query: { board = BOARD } }) => {
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const { person, org } = viewer;
      const entries = new Map((await store.board.of(org)).map(entry => [entry.card.id, entry]));
      const notes = await store.seen.of(person, [...entries.keys()]);
      const cases = notes.flatMap(note => {
        const entry = entries.get(note.caseId);
        return entry ? [[note.caseId, toldNote(note, entry, viewer)] as const] : [];
      });
      const since = await store.seen.sinceOf({ person, org, board });
      const first = since === null && !(await store.seen.hasVisited(person, org));
      return { ok: true, answer: { since, first, cases: Object.fromEntries(cases) } };
    }),
    implement(ports, seenEndpoints.noteSeen, async ({ who: { viewer }, body: { board, cases } }) => {
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const { person, org } = viewer;
      const on = tokyoDay(clock.now());
      const isFirst = board !== undefined && !(await store.seen.hasVisited(person, org));
      const entries = await (isFirst ? store.board.of(org) : store.board.cardsOf(org, Object.keys(cases)));
      const notes = entries.flatMap(entry => {
        const version = isFirst ? entry.card.version : cases[entry.card.id];
        return version === undefined ? [] : (noteOf(entry, { version, viewer, on }) ?? []);
      });
      await store.seen.note(person, notes);
      const since = board === undefined ? null : await store.seen.visit({ person, org, board });
      return { ok: true, answer: { since } };
    }),
  ];
}

/** In which way a case is shown: by class, by what of it is shared, and to which organisation. */
const sightOf = (org: string, access: BoardEntry['access']): string => `${org} ${visibilityKey(access)}`;

/** How it was shown then is told only as long as it is shown in the same way: what is no longer shared is told by nothing. */
function toldNote({ version, shown }: SeenNote, { card, access }: BoardEntry, viewer: Viewer) {
  const own = cardAccess(access, viewer);
  const isTold = shown !== null && own !== null && version < card.version && shown.sight === sightOf(viewer.org, own);
  const before = isTold ? seenCard.safeParse(shown.card).data : undefined;
  return { version, ...(before && { card: before }) };
}

type Looked = { readonly version: number; readonly viewer: Viewer; readonly on: Day };

/** null: of a case that one does not see nothing is kept. A version that is not there yet was not seen. */
function noteOf({ card, access, active }: BoardEntry, { version, viewer, on }: Looked): SeenNote | null {
  const own = cardAccess(access, viewer);
  if (!own || !active) return null;
  const isNow = version >= card.version;
  const shown = isNow && {
    sight: sightOf(viewer.org, own),
    card: seenOf(projectCard(card, own, { on, org: viewer.org })),
  };
  return { caseId: card.id, version: Math.min(version, card.version), shown: shown || null };
}
