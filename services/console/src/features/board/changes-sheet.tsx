import type { Card } from '@kaerimichi/contracts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { nextWords } from './columns.ts';
import type { Difference } from './seen.ts';
import type { SeenCases } from './use-seen.ts';

/** Beyond this a list is no longer read. */
const MOST = 200;

type Props = {
  readonly seen: SeenCases;
  readonly cards: ReadonlyMap<string, Card>;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** What changed since one last looked, case by case, with before and after. */
export function ChangesSheet({ seen, cards, onOpen, onClose }: Props) {
  const { say, language } = useSpeech();
  const listed = [...seen.changed].slice(0, MOST);
  const today = useToday();
  return (
    <Sheet title={say('changes.title')} onClose={onClose} size="wide">
      <div className="stack">
        <p className="row spread">
          <span className="muted">
            {seen.since && say('changes.since', { time: dayAndTime(seen.since, language, today) })}
          </span>
          <Button isSmall onClick={() => seen.markSeen(listed.map(([id]) => id))}>
            {say('changes.allSeen')}
          </Button>
        </p>
        {listed.length === 0 && <p>{say('changes.none')}</p>}
        <ul className="stack-tight">
          {listed.map(([id, differences]) => {
            const card = cards.get(id);
            return (
              card && (
                <li key={id} className="panel stack-tight">
                  <p className="row">
                    <CaseName card={card} />
                  </p>
                  <ul>
                    {differences.map(difference => (
                      <li key={difference.kind}>
                        <DifferenceWords difference={difference} />
                      </li>
                    ))}
                  </ul>
                  <p className="row">
                    <Button isSmall onClick={() => onOpen(id)}>
                      {say('common.open')}
                    </Button>
                    <Button isSmall kind="quiet" onClick={() => seen.markSeen([id])}>
                      {say('changes.seen')}
                    </Button>
                  </p>
                </li>
              )
            );
          })}
        </ul>
      </div>
    </Sheet>
  );
}

function DifferenceWords({ difference }: { difference: Difference }) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  const { pathway, live } = useWorkplace();
  const { orgs } = live.board.read();
  const today = useToday();
  const { kind, before, after } = difference;
  if (kind === 'new' || kind === 'other') return say(kind === 'new' ? 'changes.new' : 'changes.other');
  const none = say('common.none');
  const stage = (id: unknown) => {
    const found = pathway.stages.find(other => other.id === id);
    return found ? speech.pick(found.label) : none;
  };
  const turn = (value: unknown) => {
    const [org = '', role = ''] = String(value ?? '').split('|');
    return [orgs[org], role && code('role', role)].filter(Boolean).join(' ') || none;
  };
  const holds = (value: unknown) =>
    String(value ?? '')
      .split(',')
      .filter(Boolean)
      .map(hold => code('code', hold))
      .join(say('common.listMark')) || none;
  const day = (value: unknown) => (typeof value === 'string' ? shortDay(value, language, today) : none);
  const next = (value: unknown) => nextWords(pathway, typeof value === 'string' ? value : null, speech) || none;
  const words = { stage, turn, holds, due: day, next, done: (value: unknown) => String(value ?? 0) }[kind];
  return say('changes.fromTo', { what: code('change', kind), before: words(before), after: words(after) });
}
