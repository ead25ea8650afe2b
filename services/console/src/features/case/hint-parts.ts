/** Events whose form asks for what a hospital's file may have told, and the parts of the file that tell it. */
export const hintParts: Readonly<Record<string, readonly string[]>> = {
  'contacts.recorded': ['guardians', 'phones'],
  'skill.assessed': ['guardians'],
  'device.chosen': ['devices'],
  'medication.transcribed': ['medications', 'allergies'],
  'factors.recorded': ['conditions', 'procedures'],
};
