import { useEffect } from 'react';
import { useObservable, useServices } from '../../app/services.tsx';
import type { DeviceState } from '../../offline/device.ts';
import { type OfflineProgram, openProgram } from '../../offline/offline-program.ts';

/** What works without a network, made when it is first asked for. */
export const useProgram = (): OfflineProgram => openProgram(useServices());

export const useDeviceState = (): DeviceState => useObservable(useProgram().device.state);

/** What is written on this page may have to wait: what sends it stands by from now on. */
export function useOutboxAtHand(): void {
  const { offline } = useServices();
  useEffect(() => offline.isWanted.write(true), [offline]);
}
