import { usePlace } from '../../api/queries.ts';
import { SignedIn } from '../../app/signed-in.tsx';
import { Patience } from '../../parts/patience.tsx';
import { DemoPage } from './demo-page.tsx';

/** The demo's start page; elsewhere its address is one like any that does not exist. */
export function DemoStart() {
  const place = usePlace();
  if (place.isPending) return <Patience />;
  return place.data?.demoStart ? <DemoPage /> : <SignedIn />;
}
