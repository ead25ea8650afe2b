import { Button } from '../../parts/button.tsx';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { type AddedInput, type ChecksInput, newKey } from './checks-input.ts';
import { Cell, type RulesFormProps } from './rules-cell.tsx';

/** Names for names of things to check: longer than those of stages, since nobody reads them on a card. */
const LONGEST_CHECK = 80;

type Props = RulesFormProps & { readonly onChecks: (checks: ChecksInput) => void };

/** Templates of things to check: what each asks for, what the house adds, and what it calls otherwise. */
export function ChecksFold(props: RulesFormProps) {
  const { input, onChange } = props;
  const parts = { ...props, onChecks: (checks: ChecksInput) => onChange({ ...input, checks }) };
  return (
    <>
      <AddedItems {...parts} />
      <TemplateItems {...parts} />
      <ItemNames {...parts} />
    </>
  );
}

function AddedItems({ own, input, faultAt, onChecks }: Props) {
  const { say } = useSpeech();
  const { added } = input.checks;
  const write = (items: readonly AddedInput[]) => onChecks({ ...input.checks, added: items });
  const [section] = own.checks.sections;
  return (
    <section className="stack" aria-label={say('rules.added')}>
      <h3>{say('rules.added')}</h3>
      {added.length === 0 && <p className="muted">{say('rules.noAdded')}</p>}
      {added.map((item, at) => (
        <AddedItem
          key={item.key}
          {...{ own, item, at }}
          faultAt={part => faultAt(`checks.added.${at}.${part}`)}
          onChange={next => write(added.map(other => (other.key === item.key ? next : other)))}
          onRemove={() => write(added.filter(({ key }) => key !== item.key))}
        />
      ))}
      <p>
        <Button
          onClick={() =>
            section && write([...added, { key: newKey(), section, templates: ['everyChild'], ja: '', en: '' }])
          }
        >
          {say('rules.addItem')}
        </Button>
      </p>
    </section>
  );
}

type ItemProps = {
  readonly own: RulesFormProps['own'];
  readonly item: AddedInput;
  readonly at: number;
  readonly faultAt: (part: string) => string | undefined;
  readonly onChange: (item: AddedInput) => void;
  readonly onRemove: () => void;
};

function AddedItem({ own, item, at, faultAt, onChange, onRemove }: ItemProps) {
  const { say, code } = useSpeech();
  const id = `rules-added-${item.key}`;
  return (
    <fieldset className="panel stack-tight">
      <legend>{item.ja.trim() || item.en.trim() || say('rules.newItem', { n: at + 1 })}</legend>
      <TextField
        label={say('rules.itemJa')}
        error={faultAt('words.ja') ?? faultAt('id')}
        value={item.ja}
        onChange={ja => onChange({ ...item, ja })}
        input={{ maxLength: LONGEST_CHECK, autoComplete: 'off' }}
      />
      <TextField
        label={say('rules.itemEn')}
        hint={say('rules.itemEnHint')}
        error={faultAt('words.en')}
        value={item.en}
        onChange={en => onChange({ ...item, en })}
        input={{ maxLength: LONGEST_CHECK, autoComplete: 'off' }}
      />
      <ChoiceField
        id={`${id}-section`}
        label={say('rules.itemSection')}
        options={own.checks.sections.map(value => ({ value, label: code('section', value) }))}
        value={item.section}
        onChange={value => {
          const section = own.checks.sections.find(one => one === value);
          if (section) onChange({ ...item, section });
        }}
      />
      <CheckGroup
        id={`${id}-templates`}
        label={say('rules.itemTemplates')}
        error={faultAt('templates')}
        options={own.checks.templates.map(({ id: value }) => ({ value, label: code('templates', value) }))}
        values={[...item.templates]}
        onChange={templates => onChange({ ...item, templates })}
      />
      <p>
        <Button onClick={onRemove}>{say('rules.removeItem')}</Button>
      </p>
    </fieldset>
  );
}

/** Of each template what it asks for; a condition of a move (◎) stays as long as the condition is asked. */
function TemplateItems({ own, input, faultAt, onChecks }: Props) {
  const { say, code, pick } = useSpeech();
  const { without } = input.checks;
  const items = new Map(own.checks.items.map(item => [item.id, item]));
  const stays = (id: string) => {
    const item = items.get(id);
    return item?.staysOn && !input.off.includes(item.requirement ?? '') ? item.staysOn : null;
  };
  return (
    <section className="stack" aria-label={say('rules.asks')}>
      <h3>{say('rules.asks')}</h3>
      <p className="muted">{say('rules.asksHint')}</p>
      {own.checks.templates.map(({ id, checks }) => {
        const choices = checks.filter(check => !stays(check));
        const fixed = checks.filter(stays);
        const words = (check: string) => pick(items.get(check)?.words ?? { ja: check, en: check });
        return (
          <details key={id}>
            <summary className="rules-summary">
              {code('templates', id)}
              {(without[id]?.length ?? 0) > 0 && (
                <span className="muted small"> {say('rules.leftOut', { n: without[id]?.length ?? 0 })}</span>
              )}
            </summary>
            <CheckGroup
              id={`rules-asks-${id}`}
              label={say('rules.asksOf', { template: code('templates', id) })}
              error={faultAt(`checks.without.${id}`)}
              options={choices.map(value => ({ value, label: words(value) }))}
              values={choices.filter(check => !without[id]?.includes(check))}
              onChange={asked =>
                onChecks({
                  ...input.checks,
                  without: { ...without, [id]: choices.filter(check => !asked.includes(check)) },
                })
              }
            />
            {fixed.length > 0 && (
              <p className="small muted">
                {say('rules.asksFixed', { what: fixed.map(words).join(say('common.listMark')) })}
              </p>
            )}
          </details>
        );
      })}
    </section>
  );
}

/** What the house calls things to check; conditions of a move keep their words. */
function ItemNames({ own, input, faultAt, onChecks }: Props) {
  const { say, pick } = useSpeech();
  const heads = [say('rules.item'), say('rules.nameJa'), say('rules.nameEn')];
  const cell = (language: 'ja' | 'en', { id, words }: (typeof own.checks.items)[number], head: string | undefined) => (
    <Cell
      isText
      longest={LONGEST_CHECK}
      label={say('rules.cell', { row: pick(words), column: head ?? '' })}
      own={words[language]}
      value={input.checks[language][id]}
      error={faultAt(`checks.renamed.${id}`) ?? faultAt(`checks.renamed.${id}.${language}`)}
      onChange={value => onChecks({ ...input.checks, [language]: { ...input.checks[language], [id]: value } })}
    />
  );
  return (
    <details>
      <summary className="rules-summary">{say('rules.itemNames')}</summary>
      <PlainTable
        caption={say('rules.itemNames')}
        heads={heads}
        rows={own.checks.items
          .filter(({ requirement }) => requirement === null)
          .map(item => [item.id, pick(item.words), cell('ja', item, heads[1]), cell('en', item, heads[2])])}
      />
    </details>
  );
}
