import type { ServerModule } from '#platform/server/http';
import { forgetPeople } from './jobs/forget-people.ts';
import { offerPlaces } from './jobs/offer-places.ts';
import { remindPeople } from './jobs/remind-people.ts';
import { tellPeople } from './jobs/tell-people.ts';

/** The area gatherings, as the composition root registers it. Its routes are those of the modules that plan them. */
export const gatheringsServer: ServerModule = {
  name: 'gatherings',
  schemas: ['gatherings'],
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [offerPlaces, tellPeople, remindPeople, forgetPeople],
  routes: [],
};
