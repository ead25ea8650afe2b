import type { FamilyPage } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { shortDay } from '../../words/dates.ts';
import { type FamilyKey, familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { GivenPapers } from './family-papers.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { FamilySharing } from './family-sharing.tsx';
import { Said } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

type Consent = FamilyPage['consents'][number];

/** 受け取ったもの・決めたこと: papers, what others may be told, and whether the power was thought of. */
export function FamilyReceived({ page }: { page: FamilyPage }) {
  const { received, consents, power, papers, sharing } = page;
  const [asked, setAsked] = useState<Consent | null>(null);
  return (
    <section className="panel stack" aria-labelledby="family-received">
      <h2 id="family-received">
        <Said of="five" />
      </h2>
      {received.length + consents.length + papers.length === 0 && !power && (
        <p>
          <Said of="noReceived" />
        </p>
      )}
      <Papers received={received} />
      {papers.length > 0 && <GivenPapers papers={papers} />}
      {sharing.length > 0 && <FamilySharing sharing={sharing} />}
      {consents.length > 0 && (
        <>
          <h3>
            <Said of="consents" />
          </h3>
          <ul className="stack">
            {consents.map(consent => (
              <ConsentItem key={consent.id} consent={consent} onWithdraw={() => setAsked(consent)} />
            ))}
          </ul>
        </>
      )}
      {power && <Power power={power} />}
      {asked && <WithdrawSheet of={page.case} consent={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function useDay() {
  const { language } = useSpeech();
  const today = useToday();
  return (on: string) => shortDay(on, language, today);
}

function Papers({ received }: Pick<FamilyPage, 'received'>) {
  const day = useDay();
  return (
    <ul className="stack-tight">
      {received.map(({ kind, on }) => {
        const key = familyKey('received', kind);
        return (
          <li key={kind} className="family-line">
            <span>{key && <Said of={key} />}</span>
            <b>{day(on)}</b>
          </li>
        );
      })}
    </ul>
  );
}

type ItemProps = { readonly consent: Consent; readonly onWithdraw: () => void };

function ConsentItem({ consent, onWithdraw }: ItemProps) {
  const { recipient, categories, state, until, mayWithdraw } = consent;
  const text = useFamilyText();
  const day = useDay();
  const named = categories.flatMap(category => familyKey('category', category) ?? []);
  return (
    <li className="stack-tight">
      <p>
        <b>{recipient ? <Said of="consentTo" places={{ who: recipient.name }} /> : <Said of="consentHospital" />}</b>
      </p>
      {named.length > 0 && (
        <ul className="tags">
          {named.map(key => (
            <li key={key} className="tag">
              <Said of={key} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <Said of={`consent.${state}`} />
        {until && state !== 'ended' && (
          <>
            {' '}
            <Said of="consentUntil" places={{ day: day(until) }} />
          </>
        )}
      </p>
      {mayWithdraw && recipient && (
        <p>
          <Button aria-label={text('withdrawOf', { who: recipient.name })} onClick={onWithdraw}>
            <Said of="withdraw" />
          </Button>
        </p>
      )}
    </li>
  );
}

type SheetProps = { readonly of: FamilyPage['case']; readonly consent: Consent; readonly onClose: () => void };

/** Says first what follows: who sees nothing any more, and that help goes on. */
function WithdrawSheet({ of, consent: { id, recipient }, onClose }: SheetProps) {
  const { decide, isBusy, error } = useDecide(of);
  const text = useFamilyText();
  const who = recipient?.name ?? '';
  const withdraw = async () => {
    const sent = await decide({ type: 'consent.withdrawn', consentId: id });
    if (sent.ok) onClose();
  };
  return (
    <Sheet title={<Said of="withdrawOf" places={{ who }} />} onClose={onClose}>
      <div className="stack family">
        <p>
          <Said of="withdrawSure" places={{ who }} />
        </p>
        <FamilyProblem error={error} />
        <p className="row">
          <Button kind="danger" isBusy={isBusy} aria-label={text('withdrawNow')} onClick={() => void withdraw()}>
            <Said of="withdrawNow" />
          </Button>
          <Button aria-label={text('keep')} onClick={onClose}>
            <Said of="keep" />
          </Button>
        </p>
      </div>
    </Sheet>
  );
}

function Power({ power: { checked, plan, on } }: { power: NonNullable<FamilyPage['power']> }) {
  const day = useDay();
  const planned: FamilyKey = plan ? 'powerPlan' : 'powerNoPlan';
  return (
    <>
      <h3>
        <Said of="power" />
      </h3>
      <p>
        <Said of={checked ? 'powerChecked' : 'powerNot'} places={{ day: day(on) }} />
      </p>
      <p>
        <Said of={planned} />
      </p>
    </>
  );
}
