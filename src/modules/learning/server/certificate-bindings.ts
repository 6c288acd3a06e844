import { bind, type BoundRoute } from '#platform/server/http';
import { certificateRoutes } from '../contract/certificate-routes.ts';
import { checkCertificate, issueCertificate, lookUpCertificate } from './commands/issue-certificate.ts';
import { revokeCertificate } from './commands/revoke-certificate.ts';

/** The routes of certificates, bound to what they do. */
export const certificateBindings: readonly BoundRoute[] = [
  bind(certificateRoutes.issueCertificate, (context, { input }) => issueCertificate(context, input)),
  bind(certificateRoutes.checkCertificate, (context, { input }) => checkCertificate(context, input)),
  bind(certificateRoutes.lookUpCertificate, (context, { input }) => lookUpCertificate(context, input.code)),
  bind(certificateRoutes.revokeCertificate, (context, { input }) => revokeCertificate(context, input)),
];
