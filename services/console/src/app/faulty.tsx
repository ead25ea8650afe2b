import { Component, type ReactNode, useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { dayAndTime } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { useApi } from './services.tsx';

type State = { readonly error: Error | null; readonly at: number };

/** A fault of ours shows a page with a way on instead of an empty one; what was typed is kept in drafts. */
export class Faulty extends Component<{ readonly children: ReactNode; readonly at?: string }, State> {
  override state: State = { error: null, at: 0 };

  /** Another page is another try; one that is well is not taken down for it. */
  override componentDidUpdate(before: { readonly at?: string }) {
    if (this.state.error && before.at !== this.props.at) this.setState({ error: null });
  }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)), at: Date.now() };
  }

  override render() {
    const { error, at } = this.state;
    return error ? <FaultPage error={error} at={at} /> : this.props.children;
  }
}

/** A part of the program that is no longer on the server: a new version has been installed. */
const isOutdated = (error: Error) => /dynamically imported module|Failed to fetch|module script/i.test(error.message);

/** The server is told of it; by this number its log has it. A new version is no fault. */
function useRecordNumber(error: Error): string {
  const api = useApi();
  const [number, setNumber] = useState('');
  useEffect(() => {
    if (isOutdated(error)) return;
    let isShown = true;
    // Loaded when it is needed, which is hardly ever.
    import('./tell-fault.ts')
      .then(({ tellFault }) => tellFault(api, error))
      .then(
        told => isShown && setNumber(told),
        () => undefined,
      );
    return () => {
      isShown = false;
    };
  }, [api, error]);
  return number;
}

function FaultPage({ error, at }: { error: Error; at: number }) {
  const { say, language } = useSpeech();
  const number = useRecordNumber(error);
  return (
    <main className="page narrow stack">
      <h1>{say(isOutdated(error) ? 'fault.newVersion' : 'fault.title')}</h1>
      <p>{say(isOutdated(error) ? 'fault.newVersionText' : 'fault.text')}</p>
      {!isOutdated(error) && (
        <p className="muted">{say('fault.time', { time: dayAndTime(new Date(at).toISOString(), language) })}</p>
      )}
      {number && <p role="status">{say('err.number', { number })}</p>}
      <p className="row">
        <Button kind="primary" onClick={() => window.location.reload()}>
          {say('fault.reload')}
        </Button>
        <a className="button" href="/">
          {say('fault.home')}
        </a>
      </p>
    </main>
  );
}
