import type { Screen } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { AnswerOf } from '../../api/route.ts';
import { wallRoutes } from '../../api/wall-routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { WallSpeechProvider } from '../wall/wall-speech.tsx';
import { AddForm, PlainTable } from './add-form.tsx';
import { LinkSheet, NewLinkSheet } from './link-sheet.tsx';
import { ScreenFields } from './screen-fields.tsx';
import { emptyScreen, readScreen, type ScreenBody } from './screen-input.ts';
import { RevokeSheet, ScreenSheet } from './screen-sheet.tsx';
import { useAdminWrite } from './use-admin.ts';
import { useScreenList } from './use-screens.ts';

type Made = AnswerOf<typeof wallRoutes.makeScreen>;

/** 画面: the wall displays of the organisation. */
export function ScreensPart() {
  return (
    <WallSpeechProvider>
      <ScreenTable />
      <NewScreen />
    </WallSpeechProvider>
  );
}

function NewScreen() {
  const { say } = useSpeech();
  const [input, setInput] = useState(emptyScreen);
  const [made, setMade] = useState<Made | null>(null);
  const add = useAdminWrite(
    (api, { pin = null, ...body }: Omit<ScreenBody, 'pin'> & { pin?: string | null | undefined }, key) =>
      api.call(wallRoutes.makeScreen, { body: { ...body, pin }, key }),
    answer => {
      setInput(emptyScreen);
      setMade(answer);
    },
  );
  const body = readScreen(input);
  return (
    <>
      {made?.link && <LinkSheet screen={made.screen} link={made.link} onClose={() => setMade(null)} />}
      <AddForm
        title={say('screen.add')}
        isWhole={body !== null}
        sending={add}
        isProposed={false}
        onSubmit={() => body && add.mutate(body)}
      >
        {isTried => (
          <ScreenFields
            id="new-screen"
            input={input}
            onChange={setInput}
            pinLabel={say('screen.pin')}
            isTried={isTried}
            error={add.error}
          />
        )}
      </AddForm>
    </>
  );
}

type Asked = { readonly screen: Screen; readonly to: 'change' | 'link' | 'revoke' };
const heads = ['name', 'level', 'state', 'contact'] as const;

function ScreenTable() {
  const { say, code } = useSpeech();
  const list = useScreenList();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {asked?.to === 'change' && <ScreenSheet screen={asked.screen} onClose={close} />}
      {asked?.to === 'link' && <NewLinkSheet screen={asked.screen} onClose={close} />}
      {asked?.to === 'revoke' && <RevokeSheet screen={asked.screen} onClose={close} />}
      {list.data && (
        <PlainTable
          caption={say('admin.screens')}
          heads={[...heads.map(head => say(`screen.${head}`)), say('screen.change')]}
          rows={list.data.screens.map(screen => [
            screen.id,
            screen.name,
            <span key="level" className="row">
              <span className={screen.level === 'name' ? 'tag tag-alert' : 'tag'}>
                {code('wallLevel', screen.level)}
              </span>
              {screen.hasPin && <span className="small muted">{say('screen.hasPin')}</span>}
            </span>,
            code('screenState', screen.state),
            <Contact key="contact" at={screen.lastContactAt} />,
            <ScreenButtons key="buttons" screen={screen} onAsk={to => setAsked({ screen, to })} />,
          ])}
        />
      )}
    </>
  );
}

function Contact({ at }: { at: string | null }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return <>{at === null ? say('screen.never') : dayAndTime(at, language, today)}</>;
}

type ButtonsProps = { readonly screen: Screen; readonly onAsk: (to: Asked['to']) => void };

function ScreenButtons({ screen, onAsk }: ButtonsProps) {
  const { say } = useSpeech();
  if (screen.state === 'revoked') return null;
  const { name } = screen;
  return (
    <span className="row">
      <Button isSmall aria-label={say('screen.changeName', { name })} onClick={() => onAsk('change')}>
        {say('screen.change')}
      </Button>
      <Button isSmall aria-label={say('screen.linkName', { name })} onClick={() => onAsk('link')}>
        {say('screen.link')}
      </Button>
      <Button isSmall aria-label={say('screen.revokeName', { name })} onClick={() => onAsk('revoke')}>
        {say('screen.revoke')}
      </Button>
    </span>
  );
}
