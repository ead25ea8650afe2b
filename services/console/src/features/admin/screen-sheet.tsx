import type { Screen } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import type { BodyOf } from '../../api/route.ts';
import { wallRoutes } from '../../api/wall-routes.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ScreenFields } from './screen-fields.tsx';
import { inputOf, readScreen } from './screen-input.ts';
import { useAdminWrite } from './use-admin.ts';

type Props = { readonly screen: Screen; readonly onClose: () => void };

/** What a screen shows from now on. */
export function ScreenSheet({ screen, onClose }: Props) {
  const { say } = useSpeech();
  const [input, setInput] = useState(() => inputOf(screen));
  const [isWithoutPin, setWithoutPin] = useState(false);
  const [isTried, setTried] = useState(false);
  const change = useAdminWrite(
    (api, body: BodyOf<typeof wallRoutes.changeScreen>, key) =>
      api.call(wallRoutes.changeScreen, { params: { id: screen.id }, body, key }),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = readScreen(input);
    if (!read) return;
    const { pin, ...body } = read;
    const typed = pin === undefined ? {} : { pin };
    change.mutate({ ...body, ...(isWithoutPin ? { pin: null } : typed) });
  };
  return (
    <Sheet title={say('screen.changeName', { name: screen.name })} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="muted">{say('screen.changeNote')}</p>
        <ProblemNote error={change.error} />
        <ScreenFields
          id="screen"
          input={input}
          onChange={setInput}
          pinLabel={say(screen.hasPin ? 'screen.newPin' : 'screen.pin')}
          isTried={isTried}
          error={change.error}
        />
        {screen.hasPin && (
          <label className="check">
            <input type="checkbox" checked={isWithoutPin} onChange={({ target }) => setWithoutPin(target.checked)} />
            {say('screen.noPin')}
          </label>
        )}
        <p className="row">
          <Button type="submit" kind="primary" isBusy={change.isPending}>
            {say('screen.save')}
          </Button>
        </p>
      </form>
    </Sheet>
  );
}

/** Asks first: the device ends, and there is no way back. */
export function RevokeSheet({ screen, onClose }: Props) {
  const { say } = useSpeech();
  const revoke = useAdminWrite(
    (api, id: string, _key) => api.call(wallRoutes.revokeScreen, { params: { id } }),
    onClose,
  );
  return (
    <Sheet title={say('screen.revokeName', { name: screen.name })} onClose={onClose}>
      <div className="stack">
        <p>{say('screen.revokeNote')}</p>
        <ProblemNote error={revoke.error} />
        <p className="row">
          <Button kind="danger" isBusy={revoke.isPending} onClick={() => revoke.mutate(screen.id)}>
            {say('screen.revokeNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
