import { Outlet } from 'react-router';
import { usePlace } from '../api/queries.ts';
import { DemoBanner } from './demo-banner.tsx';

/** Around a page that may be seen without signing in. */
export function OpenPage() {
  const place = usePlace();
  return (
    <div className="open-page">
      {place.data?.demo && <DemoBanner />}
      <Outlet />
    </div>
  );
}
