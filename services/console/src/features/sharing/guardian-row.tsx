import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useWho } from './guardian-sheets.tsx';
import type { Guardian } from './use-guardians.ts';

/** States in which there is still something to take away. */
const open: readonly string[] = ['ahead', 'invited', 'expired', 'locked', 'joined'];

const acts = ['renew', 'change', 'withdraw'] as const;
export type Act = (typeof acts)[number];

/** A period that is over can be made longer. */
const isOffered = (act: Act, state: string): boolean => open.includes(state) || (act === 'change' && state === 'ended');

type Props = { readonly guardian: Guardian; readonly onAct: ((act: Act) => void) | null };

export function GuardianRow({ guardian, onAct }: Props) {
  const { say, code } = useSpeech();
  const who = useWho()(guardian);
  const { state, renewal } = guardian;
  const offered = onAct ? acts.filter(act => isOffered(act, state)) : [];
  return (
    <li className="panel stack-tight">
      <p className="row">
        <b>{who}</b>
        <span className="tag">{code('guardianState', state)}</span>
        {guardian.decides && <span className="tag">{say('guardians.decides')}</span>}
        {renewal && state === 'joined' && <span className="tag">{code('guardianRenewal', renewal)}</span>}
      </p>
      <p className="small">{guardian.categories.map(id => code('category', id)).join(say('common.listMark'))}</p>
      <p className="small muted">
        <Times guardian={guardian} />
      </p>
      {offered.length > 0 && (
        <p className="row">
          {offered.map(act => (
            <Button key={act} isSmall aria-label={say(`guardians.${act}Of`, { who })} onClick={() => onAct?.(act)}>
              {say(`guardians.${act}`)}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
}

function Times({ guardian: { from, until, state, codeUntil, joinedAt, renewal } }: { guardian: Guardian }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  const at = (instant: string) => ({ at: dayAndTime(instant, language, today) });
  const isWaiting = renewal === 'waiting' || (!joinedAt && (state === 'invited' || state === 'ahead'));
  return [
    until
      ? say('guardians.fromUntil', { from: day(from), until: day(until) })
      : say('guardians.open', { from: day(from) }),
    ...(joinedAt ? [say('guardians.joinedAt', at(joinedAt))] : []),
    ...(isWaiting ? [say('guardians.codeUntil', at(codeUntil))] : []),
  ].join(say('common.listMark'));
}
