import { KanaField } from '../../parts/kana-field.tsx';
import { NameField, type TypedName } from '../../parts/name-field.tsx';
import type { TiedField } from './origin-fields.tsx';

const parts = ['family', 'given'] as const;
type Names = Partial<Record<`${(typeof parts)[number]}${'Name' | 'Kana'}`, string>>;

type Props = {
  readonly field: (name: keyof Names) => TiedField;
  readonly onChange: (names: Names) => void;
};

/** 姓 and 名, each with its reading, which fills itself from what the input method composes. */
export function ChildNameFields({ field, onChange }: Props) {
  const typedOf =
    (part: (typeof parts)[number]) =>
    ({ name, kana }: TypedName) =>
      onChange({
        ...(name === undefined ? {} : { [`${part}Name`]: name }),
        ...(kana === undefined ? {} : { [`${part}Kana`]: kana }),
      });
  const nameOf = (part: (typeof parts)[number]) => {
    const { onChange: _whole, ...name } = field(`${part}Name`);
    return <NameField key={`${part}Name`} {...name} kana={field(`${part}Kana`).value} onType={typedOf(part)} />;
  };
  return (
    <div className="field-pair">
      {parts.map(nameOf)}
      {parts.map(part => (
        <KanaField key={`${part}Kana`} {...field(`${part}Kana`)} />
      ))}
    </div>
  );
}
