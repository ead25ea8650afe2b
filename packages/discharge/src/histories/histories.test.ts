import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldFacts, redecide } from '../chart.ts';
import { type History, historyOf, replayHistory, toText } from './history.ts';
import { stories } from './stories.ts';
import { storiesOfAftercare } from './stories-of-aftercare.ts';
import { storiesOfEarlyEndings, untoldStages } from './stories-of-early-endings.ts';
import { storiesOfEndings } from './stories-of-endings.ts';
import { storiesOfHandoffs } from './stories-of-handoffs.ts';
import { storiesOfReturns } from './stories-of-returns.ts';
import { storiesOfTime } from './stories-of-time.ts';

const all = {
  ...stories,
  ...storiesOfEndings,
  ...storiesOfReturns,
  ...storiesOfTime,
  ...storiesOfEarlyEndings,
  ...storiesOfHandoffs,
  ...storiesOfAftercare,
};
const fileOf = (name: string) => new URL(`${name}.json`, import.meta.url);

// A released history is evidence: it is rewritten only when somebody asks for it by name of this variable.
if (process.env.UPDATE_HISTORIES === '1')
  for (const [name, tell] of Object.entries(all)) writeFileSync(fileOf(name), toText(historyOf(tell())));

const names = readdirSync(new URL('.', import.meta.url)).flatMap(file =>
  file.endsWith('.json') ? [file.slice(0, -5)] : [],
);
const read = (name: string): History => JSON.parse(readFileSync(fileOf(name), 'utf8'));

describe('golden histories', () => {
  it('are kept of every story', () => {
    expect([...names].sort()).toEqual(Object.keys(all).sort());
    expect(names.length).toBeGreaterThan(60);
    expect(untoldStages()).toEqual([]);
  });

  it.each(names)('%s leads to the same states, facts, deadlines and effects', name => {
    const history = read(name);
    const again = replayHistory(history);
    expect(again.decisions).toEqual(history.decisions);
    expect(again.sorted).toEqual(history.state);
  });

  it.each(names)('%s is decided again from its stored events alone', name => {
    const { past, state } = replayHistory(read(name));
    expect(redecide(past)).toEqual({ ok: true, state: state() });
    expect(foldFacts(past)).toEqual(state().facts);
    expect(JSON.stringify(state().facts).length).toBeLessThan(8 * 1024);
  });

  it.each(names)('%s holds no names, telephones or free text in its state', name => {
    const text = JSON.stringify(read(name).state);
    expect(text).not.toMatch(/[぀-ヿ一-鿿]|\d{2,4}-\d{2,4}-\d{4}/);
  });
});
