import { type SeenCard, seesBoard, showCard, type Viewer } from '@kaerimichi/access';
import { boardTableEndpoints, toCsv } from '@kaerimichi/contracts';
import { type Language, tokyoDay, type Words } from '@kaerimichi/discharge';
import { describePathway } from '@kaerimichi/discharge/chart';
import { boardLines, type LineWords } from '../board-lines.ts';
import { fewForEach } from '../few-for-each.ts';
import { implement } from '../implement.ts';
import { note } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';
import type { Asking } from '../problem.ts';

/** A print writes a row of the log for each case of a board. */
const [AT_A_TIME, WAITING] = [1, 5];

/** The list of the board as a file: what its rows are is asked by id, what they say is decided here. */
export function boardTableImplementations(ports: ApiPorts) {
  const sentences = pathwaySentences();
  const inTurn = fewForEach(AT_A_TIME, WAITING);
  return [
    implement(ports, boardTableEndpoints.csv, async ({ who: { viewer }, body, meta }) => {
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const cards = await cardsFor(ports, viewer, body.cases);
      const { language, columns } = body;
      const orgs = await orgsOf(ports, cards);
      const lines = boardLines(cards, columns, { language, orgs, ...sentences() });
      if (cards.length > 0) await noteExport(ports, viewer, { what: 'board.csv', cards, meta });
      const fileName = fileNameOf(tokyoDay(ports.clock.now()), language);
      return { ok: true, answer: { fileName, text: toCsv(lines), rows: cards.length } };
    }),
    implement(ports, boardTableEndpoints.print, async ({ who: { viewer }, body, meta }) => {
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const cards = await cardsFor(ports, viewer, body.cases);
      const what = `${body.paper}.print`;
      const isNoted = await inTurn(viewer.person, async () => {
        if (cards.length > 0) await noteExport(ports, viewer, { what, cards, meta });
        return true;
      });
      return isNoted ? { ok: true, answer: { noted: cards.length } } : { ok: false, refusal: { code: 'busy' } };
    }),
  ];
}

type Exported = { readonly what: string; readonly cards: readonly SeenCard[]; readonly meta: Asking };

/** In the log of every case, before anything leaves: a file is out of our hands. */
async function noteExport(ports: ApiPorts, viewer: Viewer, { what, cards, meta }: Exported) {
  note(ports, viewer, { action: 'export', what, cases: cards.map(({ id }) => id), meta });
  await ports.store.log.flush();
}

const fileNameOf = (day: string, language: Language) =>
  language === 'ja' ? `連携ボード一覧-${day}.csv` : `board-list-${day}.csv`;

/** In the order that was asked for; a case that the viewer does not see, or that does not exist, is not among them. */
async function cardsFor({ store, clock }: ApiPorts, viewer: Viewer, ids: readonly string[]): Promise<SeenCard[]> {
  const on = tokyoDay(clock.now());
  const wanted = [...new Set(ids)];
  const entries = await store.board.cardsOf(viewer.org, wanted);
  const seen = entries.flatMap(({ card, access }) => showCard(card, access, viewer, on) ?? []);
  const byId = new Map(seen.map(card => [card.id, card]));
  return wanted.flatMap(id => byId.get(id) ?? []);
}

async function orgsOf({ store }: ApiPorts, cards: readonly SeenCard[]): Promise<LineWords['orgs']> {
  const ids = cards.flatMap(({ lead, owners, turn }) => [lead, ...owners, ...(turn?.org ? [turn.org] : [])]);
  const told = await store.organisations.toldOf([...new Set(ids)]);
  return new Map(told.map(({ id, name, kind }) => [id, { name, kind }]));
}

/** Made when a file is first asked for, which no start waits for. */
function pathwaySentences(): () => Pick<LineWords, 'stage' | 'todo'> {
  let known: Pick<LineWords, 'stage' | 'todo'> | null = null;
  return () => {
    known ??= readSentences();
    return known;
  };
}

function readSentences(): Pick<LineWords, 'stage' | 'todo'> {
  const { stages, requirements, events } = describePathway();
  const labels = new Map<string, Words>(stages.map(({ id, label }) => [id, label]));
  const todos = new Map<string, Words>([
    ...events.map(({ type, todo }) => [type, todo] as const),
    ...requirements.map(({ id, todo }) => [id, todo] as const),
  ]);
  return { stage: id => labels.get(id), todo: id => todos.get(id) };
}
