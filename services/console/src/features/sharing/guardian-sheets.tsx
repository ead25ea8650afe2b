import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Slip } from './invitation-slip.tsx';
import { RightsFields, rightsOf, type TypedRights, UntilField } from './rights-fields.tsx';
import { type Guardian, useChangeRights, useRenew, useWithdraw } from './use-guardians.ts';

/** A guardian as the lead speaks of it: the relation, and the name once it came. */
export function useWho() {
  const { say, code } = useSpeech();
  return ({ relation: id, name }: Guardian) => {
    const relation = code('relation', id);
    return name === null ? relation : say('guardians.whoNamed', { relation, name });
  };
}

type Props = { readonly caseId: string; readonly guardian: Guardian; readonly onClose: () => void };

/** Says first what follows: an open page closes at once. */
export function WithdrawSheet({ caseId, guardian, onClose }: Props) {
  const { say } = useSpeech();
  const who = useWho()(guardian);
  const withdraw = useWithdraw(caseId, onClose);
  return (
    <Sheet title={say('guardians.withdrawOf', { who })} onClose={onClose}>
      <div className="stack">
        <p>{say('guardians.withdrawSure', { who })}</p>
        <ProblemNote error={withdraw.error} />
        <p className="row">
          <Button kind="danger" isBusy={withdraw.isPending} onClick={() => withdraw.mutate(guardian.id)}>
            {say('guardians.withdrawNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}

/** 新しい招待コード: for a lost paper, or, once somebody came, for a forgotten password. */
export function RenewSheet({ caseId, guardian, onClose, onSlip }: Props & { onSlip: (slip: Slip) => void }) {
  const { say } = useSpeech();
  const who = useWho()(guardian);
  const isAgain = guardian.joinedAt !== null;
  const renew = useRenew(caseId, ({ slip }) => {
    if (!slip) return;
    onSlip({ ...slip, relation: guardian.relation, from: guardian.from, isAgain });
    onClose();
  });
  return (
    <Sheet title={say('guardians.renewOf', { who })} onClose={onClose}>
      <div className="stack">
        <p>{say(isAgain ? 'guardians.renewSureAgain' : 'guardians.renewSure', { who })}</p>
        <ProblemNote error={renew.error} />
        {renew.isSuccess && !renew.data.slip && <p className="note-soon">{say('guardians.lost')}</p>}
        <p className="row">
          <Button kind="primary" isBusy={renew.isPending} onClick={() => renew.mutate(guardian.id)}>
            {say('guardians.renewNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}

/** 範囲と期間を変える: as in the invitation, with what holds now filled in. */
export function RightsSheet({ caseId, guardian, onClose }: Props) {
  const { say } = useSpeech();
  const who = useWho()(guardian);
  const today = useToday();
  const { categories, decides, until } = guardian;
  const [typed, setTyped] = useState<TypedRights>({ categories, decides: decides ? 'yes' : 'no', until: until ?? '' });
  const [isTried, setTried] = useState(false);
  const change = useChangeRights(caseId, guardian.id, onClose);
  const rights = rightsOf(typed, today);
  const onChange = (part: Partial<TypedRights>) => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (rights) change.mutate(rights);
  };
  const isAboutDay = problemOf(change.error)?.issues?.every(({ path }) => path === 'until');
  return (
    <Sheet title={say('guardians.changeOf', { who })} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <p>{say('guardians.changeHint')}</p>
        <ProblemNote error={isAboutDay ? null : change.error} />
        <RightsFields typed={typed} isTried={isTried} onChange={onChange} />
        <UntilField typed={typed} today={today} error={change.error} onChange={onChange} />
        <Button type="submit" kind="primary" isBusy={change.isPending}>
          {say('guardians.changeNow')}
        </Button>
      </form>
    </Sheet>
  );
}
