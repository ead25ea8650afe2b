import type { FieldSpec } from './schema.ts';

type Asking = {
  /** Only these; all where absent. */
  readonly only?: readonly string[] | undefined;
  /** Sent with it: what is settled already is not asked. */
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
};

const isOccurredOn = ({ name }: FieldSpec) => name === 'occurredOn';

/** Fields that a form asks for. The day comes last: most things are written down on the day they happen. */
export function askedFields(all: readonly FieldSpec[], { only, fixed = {} }: Asking): FieldSpec[] {
  const asked = all.filter(
    ({ name, kind }) => kind !== 'instant' && (!only || only.includes(name)) && !Object.hasOwn(fixed, name),
  );
  return [...asked.filter(field => !isOccurredOn(field)), ...asked.filter(isOccurredOn)];
}
