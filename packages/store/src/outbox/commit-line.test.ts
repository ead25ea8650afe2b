import { expect, it } from 'vitest';
import { commitLine } from './commit-line.ts';

it('tells every listener of a commit, also behind one that throws, until it hangs up', () => {
  const errors: unknown[] = [];
  const heard: unknown[] = [];
  const line = commitLine(error => errors.push(error));
  const fault = new Error('a fault of a listener');
  line.on(() => {
    throw fault;
  });
  const hangUp = line.on(committed => heard.push(committed));
  line.tell(null);
  expect({ errors, heard }).toEqual({ errors: [fault], heard: [null] });
  hangUp();
  line.tell(null);
  expect(heard).toEqual([null]);
});
