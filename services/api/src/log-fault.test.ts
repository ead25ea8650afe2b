import { recordNumberOf } from '@kaerimichi/contracts';
import { createLogger } from '@kaerimichi/runtime';
import { expect, it } from 'vitest';
import { logBusy, logFault } from './log-fault.ts';

it('the log has the number that is read out from a page', () => {
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  const log = createLogger('info', { write });
  const asking = { language: 'ja', requestId: '7f3a21c0-9b1e-4b53-8a44-0d8f1c9b7a11' } as const;
  logFault({ log }, asking, new Error('x'));
  logBusy({ log }, asking);
  const numbers = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).recordNumber);
  expect(numbers).toEqual(['7F3A-21', '7F3A-21']);
  expect(numbers[0]).toBe(recordNumberOf(asking.requestId));
});
