import { draftsOf } from '../features/form/drafts.ts';
import { type Device, UNSENT } from './device.ts';
import type { KeptOutgoing, Outgoing } from './outbox.ts';

/** Of what was sent it is told until it is as old as everything else that is kept. */
const SENT = 'sent:';

const nameOf = ({ id, state }: Outgoing): string => (state.is === 'sent' ? SENT : UNSENT) + id;

/** Sealed on the device. */
export const sealedOutgoing = (device: Device): KeptOutgoing => ({
  all: async () => {
    const rows = [...(await device.names(UNSENT)), ...(await device.names(SENT))];
    const items = await Promise.all(rows.map(async ({ name }) => (await device.get(name))?.value));
    return items.filter(isOutgoing);
  },
  put: async item => {
    // Nothing is said to wait here that does not lie here.
    if (!(await device.put(nameOf(item), item))) throw new Error('the device is not open');
    if (item.state.is === 'sent') await device.remove([UNSENT + item.id]);
  },
  remove: item => device.remove([nameOf(item)]),
});

/** In this tab alone, where nothing is kept on the device: a reload loses nothing, sign-out erases it. */
export function tabOutgoing(
  storage: Storage,
  { person, membership }: { readonly person: string; readonly membership: string },
): KeptOutgoing {
  const kept = draftsOf(storage, { person, place: `outbox.${membership}` });
  const all = () => {
    const content = kept.read()?.content;
    return Array.isArray(content) ? content.filter(isOutgoing) : [];
  };
  const write = (items: readonly Outgoing[]) => {
    if (items.length === 0) return kept.forget();
    if (!kept.write(items, Date.now())) throw new Error('this tab keeps nothing');
  };
  return {
    all: async () => all(),
    put: async item => write([...all().filter(({ id }) => id !== item.id), item]),
    remove: async item => write(all().filter(({ id }) => id !== item.id)),
  };
}

const isOutgoing = (value: unknown): value is Outgoing =>
  typeof value === 'object' && value !== null && 'id' in value && 'caseId' in value && 'state' in value;
