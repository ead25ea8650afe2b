import { problemOf } from '../../api/problem-error.ts';
import { labelAt } from './label-at.ts';
import { placeOf } from './place-of.ts';
import { reasonField } from './reason-field.ts';
import type { FieldSpec } from './schema.ts';
import type { Message } from './use-event-form.ts';
import { formPath } from './values.ts';

/** What a server's refusal says about the fields of a form, each beside the field that mends it. */
export function serverMessages(fields: readonly FieldSpec[], error: unknown): Message[] {
  const { issues = [], reasons = [] } = problemOf(error) ?? {};
  return [
    ...issues.map(({ path, message }) => issueMessage(fields, formPath(path), message)),
    ...reasons.flatMap(({ code, params, text }) => {
      const field = reasonField({ code, params }, fields);
      return field ? [{ path: field.name, text, label: field.label }] : [];
    }),
  ];
}

function issueMessage(fields: readonly FieldSpec[], path: string, text: string): Message {
  const label = labelAt(fields, path);
  return { path: placeOf(fields, path) ?? path, text, ...(label ? { label } : {}) };
}
