import { describe, expect, it } from 'vitest';
import { transitionsOf, waysAhead, waysFrom } from './chart.ts';
import { aCase } from './histories/a-case.ts';

const ahead = (child: ReturnType<typeof aCase>) => waysAhead(child.state(), child.on());

describe('what is still needed further on', () => {
  it('follows the way home from where the case stands to its end', () => {
    const child = aCase().goesTo('preparing');
    expect(ahead(child).map(({ from, to }) => [from, to])).toEqual([
      ['preparing', 'jointConference'],
      ['jointConference', 'readyForDischarge'],
      ['readyForDischarge', 'discharged'],
      ['discharged', 'firstVisit'],
      ['firstVisit', 'followUp'],
      ['followUp', 'stableAtHome'],
      ['stableAtHome', 'closed'],
    ]);
  });

  it('begins with what the next move itself lacks', () => {
    const child = aCase().goesTo('jointConference');
    const next = transitionsOf(child.state(), child.on()).find(({ isForward }) => isForward);
    const [first] = ahead(child);
    expect(first?.unmet).toEqual(next?.unmet);
    expect(first?.done).toEqual(next?.done);
  });

  it('names a condition that several moves ask once, with the first of them', () => {
    const codes = ahead(aCase().goesTo('preparing')).flatMap(({ unmet, done }) =>
      [...unmet, ...done].map(({ code }) => code),
    );
    expect(codes).toContain('trainingReady');
    expect(codes).toContain('contactsDayAndNight');
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says nothing of a case that is off the way, or over', () => {
    const closed = aCase().sends('dsn', 'case.closed', { how: 'withdrawn', reason: '希望なし' });
    expect(ahead(closed)).toEqual([]);
  });
});

describe('the ways out of a stage', () => {
  const child = aCase().goesTo('jointConference');
  const from = (stage: string) => waysFrom(stage, child.state(), child.on());

  it('of the present one ask what the moves themselves ask', () => {
    const next = transitionsOf(child.state(), child.on()).find(({ isForward }) => isForward);
    const way = from('jointConference').find(({ to }) => to === 'readyForDischarge');
    expect([way?.unmet, way?.done]).toEqual([next?.unmet, next?.done]);
    expect(way?.unmet.length).toBeGreaterThan(0);
  });

  it('are judged today of every other, each with all that it asks', () => {
    const [home] = from('readyForDischarge').filter(({ to }) => to === 'discharged');
    expect(home?.unmet.map(({ code }) => code)).toContain('doctorOrderedDischarge');
    expect(from('screening').flatMap(({ done }) => done).length).toBeGreaterThan(0);
    expect(from('nowhere')).toEqual([]);
  });

  it('tell each way to the end once', () => {
    const ways = from('planning').map(({ event, to }) => `${event} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways).toContain('case.closed closed');
  });
});
