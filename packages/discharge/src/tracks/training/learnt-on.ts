import type { CaseFacts } from '../../facts.ts';
import type { Day, Procedure } from '../../vocabulary.ts';
import { ALONE, type Skill } from './stands-alone.ts';

/** Which procedures are done with a kind of device: a care need, or a word of the plan that nobody knows. */
const proceduresOn: Readonly<Record<string, readonly Procedure[]>> = {
  ventilator: ['ventilatorOperation'],
  niv: ['ventilatorOperation'],
  tracheostomy: ['cannulaChange'],
  oxygen: ['oxygenOperation'],
  suction: ['suctionOral', 'suctionTracheal'],
  nasalTube: ['tubeFeeding'],
  gastrostomy: ['gastrostomyCare', 'tubeFeeding'],
  centralLine: ['centralLineCare'],
  catheter: ['catheterization'],
};

type Device = Pick<CaseFacts['devices'][number], 'id' | 'kind'>;

/** Devices of a case on which a procedure is done. */
export const devicesFor = <D extends Device>(devices: readonly D[], procedure: string): D[] =>
  devices.filter(({ kind }) => proceduresOn[kind]?.some(done => done === procedure));

const isOn = (device: Device, { deviceModel, procedure }: Skill): boolean =>
  deviceModel === undefined ? devicesFor([device], procedure).length > 0 : deviceModel === device.id;

/** Skills once another model takes the place of a device: 「ひとりで」 is to be shown on the new one, from that day on. */
export const afterModelChange = (skills: readonly Skill[], device: Device, on: Day): Skill[] =>
  skills.map(skill => {
    if (skill.level < ALONE || !isOn(device, skill)) return skill;
    // The day stays in the list of what is to be checked again until somebody does, or the clock says that it lapsed.
    const until = skill.until && skill.until < on ? skill.until : on;
    return { ...skill, until, otherModel: true as const };
  });
