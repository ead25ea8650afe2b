import type { DeviceRow } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { isServiceNear } from './is-service-near.ts';

type Props = { readonly devices: readonly DeviceRow[]; readonly acts: (device: DeviceRow) => ReactNode };

/** Every device of the child: which, whose, whom to call at night, how long it lasts without power. */
export function DeviceTable({ devices, acts }: Props) {
  const { say, code } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table device-table">
        <caption className="hidden-visually">{code('tab', 'devices')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('devices.kind')}</th>
            <th scope="col">{say('devices.settings')}</th>
            <th scope="col">{say('devices.vendor')}</th>
            <th scope="col">{say('devices.service')}</th>
            <th scope="col">{say('devices.power')}</th>
            <th scope="col">{say('devices.state')}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map(device => (
            <Row key={device.id} device={device} acts={acts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ device, acts }: { readonly device: DeviceRow } & Pick<Props, 'acts'>) {
  const { say, code } = useSpeech();
  const { kind, model, lot, settings, spares, note } = device;
  return (
    <tr>
      <th scope="row">
        {code('kind', kind)}
        {model && <span className="skill-device">{model}</span>}
        {lot && <span className="skill-device small muted">{say('devices.lot', { lot })}</span>}
      </th>
      <td data-label={say('devices.settings')}>
        <Lines texts={[settings, spares && say('devices.spares', { text: spares }), note]} />
      </td>
      <td data-label={say('devices.vendor')}>
        <Vendor device={device} />
      </td>
      <td data-label={say('devices.service')}>
        <Service device={device} />
      </td>
      <td data-label={say('devices.power')}>
        <Power device={device} />
      </td>
      <td data-label={say('devices.state')}>
        <State device={device} />
        {acts(device)}
      </td>
    </tr>
  );
}

const Lines = ({ texts }: { texts: readonly (string | null)[] }) => texts.map(text => text && <p key={text}>{text}</p>);

function Vendor({ device: { vendor, phone24h } }: { device: DeviceRow }) {
  const { say } = useSpeech();
  return (
    <>
      {vendor && <p>{vendor}</p>}
      {!vendor && !phone24h && <Lines texts={[]} />}
      {phone24h && (
        <p>
          <a className="device-call" href={`tel:${phone24h.replaceAll(/[^\d+]/g, '')}`}>
            {say('devices.call', { phone: phone24h })}
          </a>
        </p>
      )}
    </>
  );
}

function Service({ device: { installedOn, nextServiceOn } }: { device: DeviceRow }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    <>
      {!installedOn && !nextServiceOn && <Lines texts={[]} />}
      {installedOn && <p>{say('devices.installed', { day: shortDay(installedOn, language, today) })}</p>}
      {nextServiceOn && (
        <p>
          {say('devices.next', { day: shortDay(nextServiceOn, language, today) })}{' '}
          {isServiceNear(nextServiceOn, today) && <DeadlineChip on={nextServiceOn} today={today} />}
        </p>
      )}
    </>
  );
}

function Power({ device: { electric, watts, batteryMinutes, batteryOn } }: { device: DeviceRow }) {
  const { say, language } = useSpeech();
  const today = useToday();
  if (!electric) return <p className="muted">{say('devices.noPower')}</p>;
  return (
    <>
      {watts !== null && <p>{say('devices.watts', { n: watts })}</p>}
      {batteryMinutes === null ? (
        <p className="skill-short">{say('devices.unmeasured')}</p>
      ) : (
        <p>
          {say('devices.battery', { n: batteryMinutes, day: batteryOn ? shortDay(batteryOn, language, today) : '–' })}
        </p>
      )}
    </>
  );
}

function State({ device: { atHome, consumables, vendorPhone24h } }: { device: DeviceRow }) {
  const { say } = useSpeech();
  const parts = [
    [atHome, 'devices.atHome'],
    [consumables, 'devices.consumables'],
    [vendorPhone24h, 'devices.phoneGiven'],
  ] as const;
  return (
    <ul className="device-state">
      {parts.map(([is, key]) => (
        <li key={key} className={is ? 'muted' : 'skill-short'}>
          <span aria-hidden="true">{is ? '✓' : '–'}</span> {say(key)}{' '}
          {!is && <span className="small">{say('devices.notYet')}</span>}
        </li>
      ))}
    </ul>
  );
}
