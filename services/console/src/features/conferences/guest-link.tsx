import type { CaseView, Conference, Seat } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { PaperSlip } from '../../parts/paper-slip.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { seatWords } from './slot-words.ts';

type Props = { readonly view: CaseView; readonly conference: Conference; readonly seat: Seat };
type Given = { readonly token: string; readonly until: string };

/** A link for a guest without an account: made and shown once, to be copied into a message or printed; ended by a press. */
export function GuestLink({ view, conference, seat }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const api = useApi();
  const client = useQueryClient();
  const [given, setGiven] = useState<Given | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const params = { id: view.id, conference: conference.id, seat: seat.id };
  const make = useKeyedWrite((about: typeof params, key) =>
    api.call(routes.guestLink, { params: about, body: {}, key }),
  );
  const who = seatWords(seat, speech);
  const tried = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['case', view.id, 'conferences'] });
    }
  };
  const give = () =>
    tried(async () => {
      setGiven((await make(params)).link);
    });
  const end = () => tried(async () => void (await api.call(routes.endGuestLink, { params })));
  if (!seat.link) return null;
  return (
    <>
      <Button isSmall isBusy={isBusy} aria-label={say('conf.linkName', { who })} onClick={() => void give()}>
        {say(seat.link.until ? 'conf.linkAgain' : 'conf.link')}
      </Button>
      {seat.link.until && (
        <Button isSmall isBusy={isBusy} aria-label={say('conf.linkEndName', { who })} onClick={() => void end()}>
          {say('conf.linkEnd')}
        </Button>
      )}
      <ProblemNote error={error} />
      {given && <LinkSlip {...{ view, who, given }} onClose={() => setGiven(null)} />}
    </>
  );
}

type SlipProps = {
  readonly view: CaseView;
  readonly who: string;
  readonly given: Given;
  readonly onClose: () => void;
};

/** No child's name stands on it: the number of the case, and where to answer. */
function LinkSlip({ view, who, given, onClose }: SlipProps) {
  const { say, language } = useSpeech();
  const today = useToday();
  const lines = [
    [say('guest.case'), view.no],
    [say('conf.linkFor'), who],
    [say('slip.address'), `${window.location.origin}/c#${given.token}`],
    [say('slip.until'), dayAndTime(given.until, language, today)],
  ] as const;
  const paper = { title: say('conf.linkTitle'), lines, how: say('conf.linkHow') };
  return (
    <PaperSlip title={say('conf.linkTitle')} once={say('conf.linkOnce')} paper={paper} mayBeCopied onClose={onClose} />
  );
}
