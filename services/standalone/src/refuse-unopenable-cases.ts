import { pathwayVersion } from '@kaerimichi/discharge/chart';
import { StartRefused, type Store } from '@kaerimichi/store';

/**
 * A case that cannot be opened would be found out in front of the family.
 *
 * @throws StartRefused when cases are kept under a version of the pathway from which no way leads to this program's
 */
export async function refuseUnopenableCases(store: Pick<Store, 'unopenableVersions'>): Promise<void> {
  const versions = await store.unopenableVersions();
  if (versions.length > 0) throw new StartRefused(unopenable(versions), 'unopenable-cases');
}

const unopenable = (versions: readonly number[]) => ({
  ja: `このかえりみちでは開けないケースがあります（退院支援の流れの版 ${versions.join('、')}、このかえりみちの版 ${pathwayVersion}）。これらのケースを最後に使ったかえりみちで起動するか、その版からの移行を含むかえりみちに入れ替えてください。データは変わっていません。`,
  en: `This database holds cases that this program cannot open (pathway version ${versions.join(', ')}; this program has ${pathwayVersion}). Start the program that last used them, or install one that brings the way from that version. Nothing was changed.`,
});
