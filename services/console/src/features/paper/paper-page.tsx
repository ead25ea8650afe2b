import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../guest/guest.css';
import '../sign-in/sign-in.css';
import { emptyPaper, PaperFields, type PaperSaid, paperFaults, saidOf } from './paper-fields.tsx';
import { PaperNoted } from './paper-noted.tsx';

/** 紙の引き継ぎへの返事: by the code on a paper, without an account. Nothing about a child stands on any part of it. */
export function PaperPage() {
  const { say } = useSpeech();
  usePageTitle(say('paperAnswer.title'));
  useNoIndex();
  return (
    <main className="sign-in guest">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack">
        <h1>{say('paperAnswer.title')}</h1>
        <AnswerForm />
      </section>
      <LanguageSwitch />
    </main>
  );
}

/** For a search engine that runs the page: the server says the same in a header. */
function useNoIndex() {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}

function AnswerForm() {
  const { say } = useSpeech();
  const api = useApi();
  const [said, setSaid] = useState(emptyPaper);
  const [isPressed, setPressed] = useState(false);
  const faults = paperFaults(said, say);
  const send = useMutation({ mutationFn: (body: PaperSaid) => api.call(routes.paperAnswer, { body }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    const body = saidOf(said);
    if (body && !send.isPending) send.mutate(body);
  };
  if (send.data) return <PaperNoted isOutdated={send.data.outdated} />;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say('paperAnswer.about')}</p>
      <PaperFields said={said} onChange={setSaid} faults={isPressed ? faults : {}} />
      <p>
        <button className="button button-primary" type="submit" aria-busy={send.isPending}>
          {say('paperAnswer.send')}
        </button>
      </p>
      <ProblemNote error={send.error} />
    </form>
  );
}
