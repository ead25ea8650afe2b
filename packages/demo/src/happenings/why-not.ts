import { type LoadedCase, planEvent } from '@kaerimichi/casework';
import type { Words } from '@kaerimichi/discharge';
import { actorOf, maySendNow, viewerOf } from '../people.ts';

export type Moment = { readonly at: string; readonly hubs: readonly string[] };

/** Something as it would be sent, and by whom: the name to sign in with. */
export type ToSend = {
  readonly by: string;
  readonly sent: Readonly<Record<string, unknown>> & { readonly type: string };
};

/** Why something cannot happen now; null: it can. Decided as it would be if it were sent, and nothing is written. */
export function whyNot({ by, sent }: ToSend, loaded: LoadedCase, moment: Moment): Words | null {
  const viewer = viewerOf(by);
  if (!maySendNow(viewer, loaded, sent.type)) return notTheirs;
  const planned = planEvent(loaded, sent, { ...moment, by: actorOf(viewer) });
  return planned.ok ? null : (planned.refusal.reasons?.[0]?.text ?? elsewhere);
}

const notTheirs: Words = {
  ja: '次にすることになっていた人が、いまはこのケースに書き込めません。',
  en: 'Whoever would act next may not write to this case now.',
};
const elsewhere: Words = {
  ja: 'ほかの人の操作で、話とは別の道に進んでいます。',
  en: 'Somebody else took the case another way than the story.',
};
