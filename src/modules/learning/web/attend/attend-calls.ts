import type { RouteOutput } from '#platform/base';
import { createApi } from '#platform/client';
import type { Evaluation } from '#kernel/gatherings';
import { attendRoutes } from '../../contract/attend-routes.ts';
import { materialRoutes } from '../../contract/material-routes.ts';
import type { MaterialId } from '../../model/open/workshop/material.ts';

const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

export type Invited = RouteOutput<typeof attendRoutes.lookAtSession>;
export type OwnSeat = RouteOutput<typeof attendRoutes.readSeat>;

/** What whoever has no account asks of the server: by a code, or by the secret of their own page. */
export const attendCalls = {
  look: (code: string) => api.call(attendRoutes.lookAtSession, { input: { code } }),
  signUp: (input: {
    readonly code: string;
    readonly label: string;
    readonly mail: string | null;
    readonly language: 'en' | 'nl';
  }) => api.call(attendRoutes.signUpWithCode, { input }),
  read: (secret: string) => api.call(attendRoutes.readSeat, { input: { secret } }),
  accept: (secret: string) => api.call(attendRoutes.acceptSeat, { input: { secret } }),
  come: (secret: string, code: string) => api.call(attendRoutes.comeWithSeat, { input: { secret, code } }),
  evaluate: (secret: string, { answers, words }: Evaluation) =>
    api.call(attendRoutes.evaluateWithSeat, { input: { secret, answers: [...answers], words } }),
  materials: (code: string) => api.call(materialRoutes.lookAtMaterials, { input: { code } }),
  takeMaterial: (code: string, material: MaterialId) =>
    api.call(materialRoutes.takeMaterial, { input: { code, material } }),
  leave: (secret: string) => api.call(attendRoutes.leaveSeat, { input: { secret } }),
};
