import { z } from 'zod';
import type { EventDefinition } from './event.ts';
import { withoutFaults } from './faults.ts';
import { inOrder } from './period.ts';
import { withRowTexts } from './row-texts.ts';
import { kanaLine, visibleLine, visibleText } from './visible-text.ts';
import { day } from './vocabulary.ts';

const parserOf = { line: visibleLine, kana: kanaLine, lines: visibleText } as const;

/** The body that a client sends: type, day, structured fields and free text in one flat object; unknown keys are a fault. */
export function wireSchema(definition: EventDefinition): z.ZodObject {
  const texts = Object.entries(definition.texts).map(([name, text]) => {
    const field = parserOf[text.kind ?? 'lines'](text.maxLength);
    return [name, text.required ? field : field.optional()];
  });
  const sent = Object.entries(definition.body.shape)
    .filter(([name]) => !definition.filledIn.includes(name))
    .map(([name, field]) => {
      const ofRows = definition.rowTexts[name];
      return [name, ofRows ? withRowTexts(field, ofRows) : field];
    });
  const schema = z.strictObject({
    type: z.literal(definition.type),
    occurredOn: day.optional(),
    ...Object.fromEntries(sent),
    ...Object.fromEntries(texts),
  });
  const ordered = definition.period ? inOrder(schema, definition.period) : schema;
  return definition.faults ? withoutFaults(ordered, definition.faults) : ordered;
}
