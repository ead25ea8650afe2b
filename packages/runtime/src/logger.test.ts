import { describe, expect, it } from 'vitest';
import { createLogger, faultLines } from './logger.ts';

/** What one entry about a fault becomes in the log. */
function told(err: unknown): { text: string; err: Record<string, unknown> } {
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  createLogger('info', { write }).error({ err }, 'fault');
  return { text, err: JSON.parse(text).err };
}

const name = '青木 ひな';
/** As pg throws it: what the statement was about stands in several places. */
const fromDatabase = (code: string, message: string) =>
  Object.assign(new Error(message), {
    code,
    detail: `Failing row contains (${name}).`,
    where: `unnamed portal parameter $1 = '${name}'`,
    internalQuery: `SELECT '${name}'`,
    constraint: 'membership_period_check',
  });

describe('a fault in the log', () => {
  it('of the database says what it is and where, and nothing of its values', () => {
    const fault = fromDatabase('23514', 'new row for relation "membership" violates check constraint "x"');
    const { text, err } = told(fault);
    expect(text).not.toContain('青木');
    expect(err).toEqual({
      type: 'Error',
      code: '23514',
      message: 'new row for relation "membership" violates check constraint "x"',
      stack: expect.stringMatching(/^ +at .*logger\.test\.ts/),
    });
  });

  it('about a value itself leaves out the message, which quotes it, also from the stack', () => {
    const { text, err } = told(fromDatabase('22007', `invalid input syntax for type date: "${name}"`));
    expect(text).not.toContain('青木');
    expect(err).toMatchObject({ code: '22007', message: '', stack: expect.stringContaining('logger.test.ts') });
  });

  it('tells its causes in the same way', () => {
    const cause = fromDatabase('22P02', `invalid input: "${name}"`);
    const { text, err } = told(new TypeError('The database is not available.', { cause }));
    expect(text).not.toContain('青木');
    expect(err).toMatchObject({ type: 'TypeError', cause: { code: '22P02', message: '' } });
  });

  it('is told as text where it is no error at all, by its kind', () => {
    expect(told(name)).toMatchObject({ err: { type: 'string' } });
    expect(told(name).text).not.toContain('青木');
  });
});

it('tells a terminal of a fault what it is and where, and no value of a row', () => {
  const row = Object.assign(new Error('duplicate key value violates unique constraint "person_login"'), {
    code: '23505',
    detail: 'Key (name)=(青木 ひな) already exists.',
  });
  const lines = faultLines(new Error('the import ended', { cause: row }));
  expect(lines).toMatch(/^Error the import ended\n +at .*logger\.test\.ts/);
  expect(lines).toContain('Cause: Error 23505 duplicate key value violates unique constraint "person_login"');
  expect(lines).not.toContain('青木');
  expect(faultLines('青木')).toBe('string');
});
