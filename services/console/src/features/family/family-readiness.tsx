import type { FamilyPage } from '@kaerimichi/contracts';
import { readinessItems, readinessLevels } from '@kaerimichi/discharge';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { FamilyPrivate } from './family-private.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { Said, SaidCode } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

type Readiness = NonNullable<FamilyPage['readiness']>;
type Item = (typeof readinessItems)[number];

/** おとなになる準備: the same twenty things, one after the other, each answered by one press. */
export function FamilyReadiness({ page }: { page: FamilyPage }) {
  const { readiness } = page;
  if (!readiness) return null;
  const left = readinessItems.filter(item => readiness.answers[item] === undefined);
  return (
    <section className="panel stack" aria-labelledby="family-readiness">
      <h2 id="family-readiness">
        <Said of="readyTitle" />
      </h2>
      <p>
        <Said of={readiness.voice === 'young' ? 'readyAskYoung' : 'readyAskFamily'} />
      </p>
      <p>
        <Said of="readyLeft" places={{ n: String(left.length) }} />
      </p>
      <Questions page={page} readiness={readiness} first={left[0] ?? readinessItems[0]} />
      {readiness.own && <FamilyPrivate page={page} own={readiness.own} />}
    </section>
  );
}

type Props = { readonly page: FamilyPage; readonly readiness: Readiness; readonly first: Item };

function Questions({ page, readiness: { voice, answers }, first }: Props) {
  const text = useFamilyText();
  const { decide, isBusy, error } = useDecide(page.case);
  const [at, setAt] = useState(() => readinessItems.indexOf(first));
  const item = readinessItems[at] ?? first;
  const go = (to: number) => setAt((to + readinessItems.length) % readinessItems.length);
  const answer = async (level: (typeof readinessLevels)[number]) => {
    const sent = await decide({ type: 'readiness.answered', by: voice, [item]: level });
    if (sent.ok) go(at + 1);
  };
  return (
    <div className="stack">
      <fieldset className="family-ratings">
        <legend>
          {at + 1}/{readinessItems.length} <SaidCode kind="readinessItem" id={item} />
        </legend>
        {readinessLevels.map(level => (
          <Button
            key={level}
            kind={answers[item] === level ? 'primary' : 'plain'}
            aria-pressed={answers[item] === level}
            aria-label={text(`ready.${level}`)}
            isBusy={isBusy}
            onClick={() => void answer(level)}
          >
            <Said of={`ready.${level}`} />
          </Button>
        ))}
      </fieldset>
      <p className="row">
        <Button aria-label={text('readyBack')} onClick={() => go(at - 1)}>
          <Said of="readyBack" />
        </Button>
        <Button aria-label={text('readyNext')} onClick={() => go(at + 1)}>
          <Said of="readyNext" />
        </Button>
      </p>
      <FamilyProblem error={error} />
    </div>
  );
}
