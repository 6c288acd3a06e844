/** Screens of accounts: signing in, a further device, founding, inviting, people. */
export { createIndexedDeviceStore } from './indexed-device-store.ts';
export { SignInForm, type SignInRefusalCode } from './sign-in-form.tsx';
export { KitForm } from './kit-form.tsx';
export { FoundingForm, type FoundedBy } from './founding-form.tsx';
export { JoinForm } from './join-form.tsx';
export { OwnHandle } from './own-handle.tsx';
export { RefusalNote } from './refusal-note.tsx';
export { isDistrusted, refusalMessage } from './refusal-message.ts';
export { PrintedSecret } from './printed-secret.tsx';
