import { bothLanguages } from '@kaerimichi/casework';
import { RULE_VERSION, type Rule, ruleSetIds, ruleSets, rules } from '@kaerimichi/rules';
import { z } from 'zod';

type Property = { readonly title?: string; readonly type?: string; readonly enum?: readonly unknown[] } & Record<
  string,
  unknown
>;

/** Every rule as `GET /rules` lists it. */
export function listRules() {
  return {
    ruleSets: ruleSetIds.map(id => ({ id, label: ruleSets[id].label, ...periodOf(id) })),
    version: RULE_VERSION,
    rules: rules.map(toListed),
  };
}

const periodOf = (id: (typeof ruleSetIds)[number]) => ({
  effectiveFrom: ruleSets[id].from as string,
  effectiveTo: ruleSets[id].to as string | null,
});

function toListed({ id, kind, title, revisionBy, sources, facts }: Rule) {
  const versions = ruleSetIds.flatMap(ruleSet => {
    const source = sources[ruleSet];
    return source ? [{ ruleSet, ...periodOf(ruleSet), source: source.map(of => ({ ...of })) }] : [];
  });
  return {
    id,
    kind,
    title,
    revisionBy,
    effectiveFrom: versions[0]?.effectiveFrom ?? '',
    effectiveTo: versions.at(-1)?.effectiveTo ?? null,
    versions,
    facts: factsOf(facts),
  };
}

function factsOf(facts: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(facts, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties as Record<string, Property>).map(([name, schema]) => ({
    name,
    title: bothLanguages(schema.title ?? name),
    type: typeOf(schema),
    required: required.includes(name),
    schema,
  }));
}

/** `date`, `choice`, or as JSON Schema says it. */
function typeOf(schema: Property): string {
  if (schema.format === 'date') return 'date';
  return schema.enum ? 'choice' : (schema.type ?? 'object');
}
