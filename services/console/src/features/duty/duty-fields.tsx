import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { TelephoneField } from '../../parts/telephone-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { fieldId } from '../form/form-fields.tsx';
import { type DutyInput, mayAddBand, mayAddPost, withoutBand, withoutPost } from './duty-input.ts';

export type DutyFieldsProps = {
  readonly input: DutyInput;
  readonly onChange: (input: DutyInput) => void;
  /** What is wrong at a path of the roster. */
  readonly errorAt: (path: string) => string | undefined;
};

const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="panel stack">
    <h2>{title}</h2>
    {hint && <p className="muted small">{hint}</p>}
    {children}
  </section>
);

/** Parts of the day, each with its times. */
export function BandFields({ input, onChange, errorAt }: DutyFieldsProps) {
  const { say } = useSpeech();
  const set = (at: number, part: Partial<DutyInput['bands'][number]>) =>
    onChange({ ...input, bands: input.bands.map((band, n) => (n === at ? { ...band, ...part } : band)) });
  const about = (at: number, field: string) => ({
    id: fieldId(`bands.${at}.${field}`),
    error: errorAt(`bands.${at}.${field}`),
  });
  return (
    <Part title={say('duty.bands')} hint={say('duty.bandsHint')}>
      {input.bands.map((band, at) => (
        <div className="duty-row" key={band.id}>
          <TextField
            {...about(at, 'name')}
            label={say('duty.band', { n: at + 1 })}
            value={band.name}
            onChange={name => set(at, { name })}
            input={{ autoComplete: 'off', maxLength: 20 }}
          />
          <TimeField
            {...about(at, 'begins')}
            label={say('duty.begins', { n: at + 1 })}
            value={band.begins}
            onChange={begins => set(at, { begins })}
          />
          <TimeField
            {...about(at, 'ends')}
            label={say('duty.ends', { n: at + 1 })}
            value={band.ends}
            onChange={ends => set(at, { ends })}
          />
          {input.bands.length > 1 && (
            <Button isSmall kind="quiet" onClick={() => onChange(withoutBand(input, band.id))}>
              {say('duty.removeBand', { n: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {mayAddBand(input) && (
        <p>
          <Button
            isSmall
            onClick={() => {
              const band = { id: crypto.randomUUID(), name: '', begins: '', ends: '' };
              onChange({ ...input, bands: [...input.bands, band] });
            }}
          >
            {say('duty.addBand')}
          </Button>
        </p>
      )}
    </Part>
  );
}

/** Telephones of the house by what they are for. */
export function PostFields({ input, onChange, errorAt }: DutyFieldsProps) {
  const { say } = useSpeech();
  const set = (at: number, part: Partial<DutyInput['posts'][number]>) =>
    onChange({ ...input, posts: input.posts.map((post, n) => (n === at ? { ...post, ...part } : post)) });
  const about = (at: number, field: string) => ({
    id: fieldId(`posts.${at}.${field}`),
    error: errorAt(`posts.${at}.${field}`),
  });
  return (
    <Part title={say('duty.posts')}>
      {input.posts.map((post, at) => (
        <div className="duty-row" key={post.id}>
          <TextField
            {...about(at, 'name')}
            label={say('duty.post', { n: at + 1 })}
            value={post.name}
            onChange={name => set(at, { name })}
            input={{ autoComplete: 'off', maxLength: 40 }}
          />
          <TelephoneField
            {...about(at, 'telephone')}
            label={say('duty.telephone', { n: at + 1 })}
            value={post.telephone}
            onChange={telephone => set(at, { telephone })}
          />
          <Button isSmall kind="quiet" onClick={() => onChange(withoutPost(input, post.id))}>
            {say('duty.removePost', { n: at + 1 })}
          </Button>
        </div>
      ))}
      {mayAddPost(input) && (
        <p>
          <Button
            isSmall
            onClick={() =>
              onChange({ ...input, posts: [...input.posts, { id: crypto.randomUUID(), name: '', telephone: '' }] })
            }
          >
            {say('duty.addPost')}
          </Button>
        </p>
      )}
    </Part>
  );
}
