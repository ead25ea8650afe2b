import type { CaseView, DeviceList, DeviceRow, Preparation } from '@kaerimichi/contracts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DeviceTable } from './device-table.tsx';
import { FormLink } from './form-link.tsx';
import './preparation.css';
import { TriedTable } from './tried-table.tsx';
import { usePreparation } from './use-preparation.ts';

/** 機器: what is there and what is still missing, whom to call at night, and what was tried before it was chosen. */
export function DevicesTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = usePreparation(view);
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'devices')}</h2>
        {data && (
          <span className="row">
            <FormLink view={view} can={data.can} event="device.chosen">
              {say('devices.add')}
            </FormLink>
            <FormLink view={view} can={data.can} event="home.checked">
              {say('devices.home')}
            </FormLink>
          </span>
        )}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data?.devices && <Wanted list={data.devices} />}
      {data?.devices && data.devices.devices.length === 0 && <p className="muted">{say('devices.none')}</p>}
      {data?.devices && data.devices.devices.length > 0 && (
        <DeviceTable devices={data.devices.devices} acts={device => <Acts {...{ view, data, device }} />} />
      )}
      {data?.devices && <Tried view={view} data={data} list={data.devices} />}
    </section>
  );
}

/** Kinds that the plan asks for and that are not complete yet. */
function Wanted({ list: { wanted } }: { list: DeviceList }) {
  const { say, code } = useSpeech();
  const missing = wanted.filter(({ isComplete }) => !isComplete).map(({ kind }) => code('kind', kind));
  if (wanted.length === 0) return null;
  return (
    <p className={missing.length > 0 ? 'skill-short' : 'muted'}>
      {missing.length > 0
        ? say('devices.missing', { what: missing.join(say('common.listMark')) })
        : say('devices.complete')}
    </p>
  );
}

type ActsProps = { readonly view: CaseView; readonly data: Preparation; readonly device: DeviceRow };

function Acts({ view, data, device }: ActsProps) {
  const { say, code } = useSpeech();
  const { id, kind, model, electric } = device;
  const name = model ?? code('kind', kind);
  const fill = { deviceId: id, kind, electric: String(electric) };
  return (
    <span className="row">
      <FormLink
        view={view}
        fill={{ ...fill, ...stateOf(device) }}
        can={data.can}
        event="device.chosen"
        name={say('devices.updateName', { name })}
      >
        {say('devices.update')}
      </FormLink>
      <FormLink
        {...{ view }}
        fill={{ ...fill, modelChanged: 'true' }}
        can={data.can}
        event="device.chosen"
        name={say('devices.changeName', { name })}
      >
        {say('devices.change')}
      </FormLink>
    </span>
  );
}

/** The form begins with what is known; of another model nothing is. */
const stateOf = ({ atHome, consumables, vendorPhone24h }: DeviceRow) => ({
  atHome: String(atHome),
  consumables: String(consumables),
  vendorPhone24h: String(vendorPhone24h),
});

function Tried({ view, data, list: { tried } }: Omit<ActsProps, 'device'> & { readonly list: DeviceList }) {
  const { say } = useSpeech();
  const next = String(Math.max(0, ...tried.map(({ trialNo }) => trialNo)) + 1);
  return (
    <section className="panel stack-tight">
      <div className="row spread">
        <h3>{say('devices.tried')}</h3>
        <FormLink view={view} can={data.can} event="device.tried" fill={{ trialNo: next, decision: 'beingTried' }}>
          {say('devices.try')}
        </FormLink>
      </div>
      {tried.length === 0 ? (
        <p className="muted">{say('devices.noneTried')}</p>
      ) : (
        <TriedTable
          tried={tried}
          acts={({ trialNo, kind, model }) => (
            <FormLink
              view={view}
              can={data.can}
              event="device.tried"
              fill={{ trialNo: String(trialNo), kind, model }}
              name={say('devices.decideName', { name: model })}
            >
              {say('devices.decide')}
            </FormLink>
          )}
        />
      )}
    </section>
  );
}
