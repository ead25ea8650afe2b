import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useObservable } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useSeen } from '../board/use-seen.ts';

const ChangesSheet = lazyPart(() => import('../board/changes-sheet.tsx'), 'ChangesSheet');

/** 前回見てからの変更: the same list that the board opens. */
export function ChangesButton() {
  const { say, language } = useSpeech();
  const { live } = useWorkplace();
  const { held, isLoaded } = useObservable(live.feed.state);
  const seen = useSeen(held.cards, isLoaded);
  const navigate = useNavigate();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  if (seen.changed.size === 0 && !isOpen) return null;
  return (
    <>
      <p>
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {say('task.changesSince', {
            n: seen.changed.size,
            since: seen.since ? dayAndTime(seen.since, language, today) : '',
          })}
        </Button>
      </p>
      {isOpen && (
        <ChangesSheet
          seen={seen}
          cards={held.cards}
          onOpen={id => void navigate(`/cases/${id}`)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
