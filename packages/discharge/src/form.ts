import { z } from 'zod';
import { wordsOf } from './code-words.ts';
import type { EventDefinition, TextField } from './event.ts';
import { fieldHints, fieldUnits } from './field-hints.ts';
import { fieldRefs, fieldWords } from './field-words.ts';
import { fitsOfStep } from './handoff/status.ts';
import { wireSchema } from './wire-schema.ts';

type Json = { [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON Schema of an event's body with the words a form needs: `x-label`, `x-hint`, `x-unit`, `x-words` of enums, `x-ref`,
 * `x-fits`, `x-new`, `x-kana` of how a name is read.
 */
export function formSchema(definition: EventDefinition): Json {
  const schema = z.toJSONSchema(wireSchema(definition), { io: 'input' }) as Json;
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  for (const [name, property] of Object.entries(properties)) {
    const text = definition.texts[name];
    if (text) Object.assign(property, ofText(text));
    else annotate(name, property);
    const hint = fieldHints[`${definition.type}.${name}`];
    if (hint) property['x-hint'] = hint;
    const fits = definition.about?.field === name ? definition.about.must : fitsOfStep(name, definition.type);
    if (fits) property['x-fits'] = fits.map(({ field, is }) => ({ field, is }));
    if (definition.item?.field === name) property['x-new'] = definition.item.isNew;
  }
  return schema;
}

const ofText = ({ label, kind }: TextField): Json => ({
  'x-label': label,
  'x-text': true,
  ...(kind === 'kana' ? { 'x-kana': true } : {}),
});

function annotate(name: string, property: Json): void {
  const label = fieldWords[name];
  if (label) property['x-label'] = label;
  const unit = fieldUnits[name];
  if (unit) property['x-unit'] = unit;
  const ref = fieldRefs[name];
  if (ref) property['x-ref'] = ref;
  const choices = property.enum;
  if (Array.isArray(choices))
    property['x-words'] = Object.fromEntries(
      choices.map(code => [code, wordsOf(name, String(code)) ?? { ja: code, en: code }]),
    );
  if (isObject(property.items)) annotate(name, property.items);
  if (isObject(property.properties))
    for (const [inner, value] of Object.entries(property.properties)) {
      if (!isObject(value)) continue;
      annotate(inner, value);
      // An item within an event (an action item, an adopted stay) is always a new one.
      if (inner === 'id') value['x-new'] = 'always';
    }
}
