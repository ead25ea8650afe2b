import { categoryRights, type Right, type Viewer, type VisibilityClass } from '@kaerimichi/access';
import { categories } from '@kaerimichi/discharge';

/**
 * What a viewer's role is shown of each category where consent withholds nothing. Whoever is shown the number only would
 * be a partner with the consent.
 */
export const roleSight = (viewer: Viewer, seenAs: VisibilityClass): Record<string, Right> => ({
  ...categoryRights(viewer, { class: seenAs === 'numberOnly' ? 'partner' : seenAs, categories }),
});
