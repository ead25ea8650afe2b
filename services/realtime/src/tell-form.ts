import { tellsEditing } from '@kaerimichi/access';
import type { FormEdited } from '@kaerimichi/contracts';
import type { OpenForm } from './form-locks.ts';
import type { Gateway, GatewaySocket } from './gateway.ts';
import type { RealtimePorts } from './ports.ts';
import { fromElsewhere } from './present-people.ts';

/**
 * Tells all who have one form open who else fills it in: of whom they may hear, by what each may do at this moment. Only
 * whoever has the form open hears of it; to all others it is not even said that there is such a form.
 */
export async function tellForm(io: Gateway, { store }: RealtimePorts, all: readonly OpenForm[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const { caseId, form } = first;
  const editors = all.filter(({ since }) => since !== null);
  const isAlone = new Set(all.map(({ who }) => who.viewer.membership)).size === 1;
  const written = editors.length === 0 || isAlone ? null : await readCase(store, caseId);
  const orgIds = [...new Set(editors.map(({ who }) => who.viewer.org))];
  const names = written ? await store.organisations.namesOf(orgIds) : {};
  const type = form.split('.').slice(0, 2).join('.');
  for (const { socket: id, who } of all) {
    const reader = who.viewer;
    const heard = editors.filter(
      ({ who: { viewer: editor } }) =>
        written && editor.membership !== reader.membership && tellsEditing({ reader, editor }, written, type),
    );
    const people = onceEach(heard).map(({ since, who: { viewer, displayName } }) => ({
      id: viewer.membership,
      name: displayName,
      ...fromElsewhere(viewer.org, reader.org, names),
      since: since ?? '',
    }));
    const socket = io.sockets.sockets.get(id);
    if (socket) tell(socket, { caseId, form, people });
  }
}

/** That there is nobody is told to whoever heard of somebody: to all others it is no word about the case. */
function tell(socket: GatewaySocket, now: FormEdited): void {
  const name = `${now.caseId} ${now.form}`;
  socket.data.edited ??= new Set();
  if (now.people.length === 0 && !socket.data.edited.has(name)) return;
  if (now.people.length > 0) socket.data.edited.add(name);
  else socket.data.edited.delete(name);
  socket.emit('form.edited', now);
}

/** A case as access asks about it; null: there is none. */
async function readCase(store: RealtimePorts['store'], caseId: string) {
  const loaded = await store.cases.loadFresh(caseId);
  const [entry] = loaded ? await store.board.cardsOf(loaded.facts.lead, [caseId]) : [];
  return loaded && entry ? { ...loaded, card: entry.card } : null;
}

/** Somebody in two windows is one person, from the first of them on. */
function onceEach(forms: readonly OpenForm[]): OpenForm[] {
  const byPerson = new Map<string, OpenForm>();
  for (const form of forms) {
    const before = byPerson.get(form.who.viewer.membership);
    if (!before || (form.since ?? '') < (before.since ?? '')) byPerson.set(form.who.viewer.membership, form);
  }
  return [...byPerson.values()].sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
}
