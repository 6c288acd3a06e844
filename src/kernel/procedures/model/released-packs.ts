// Written by `baken pack release`; not edited by hand.
import released0 from '../../../../packs/be/be-residence/released/2026.1.json' with { type: 'json' };
import released1 from '../../../../packs/be/be-residence/released/2026.2.json' with { type: 'json' };
import released2 from '../../../../packs/be/be-residence/released/2026.3.json' with { type: 'json' };
import released3 from '../../../../packs/nl/nl-compensation/released/2026.1.json' with { type: 'json' };
import released4 from '../../../../packs/nl/nl-compensation/released/2026.2.json' with { type: 'json' };
import released5 from '../../../../packs/nl/nl-compensation/released/2026.3.json' with { type: 'json' };
import released6 from '../../../../packs/nl/nl-complaint/released/2026.1.json' with { type: 'json' };
import released7 from '../../../../packs/nl/nl-complaint/released/2026.2.json' with { type: 'json' };
import released8 from '../../../../packs/nl/nl-complaint/released/2026.3.json' with { type: 'json' };
import released9 from '../../../../packs/nl/nl-identity/released/2026.1.json' with { type: 'json' };
import released10 from '../../../../packs/nl/nl-identity/released/2026.2.json' with { type: 'json' };
import released11 from '../../../../packs/nl/nl-identity/released/2026.3.json' with { type: 'json' };
import released12 from '../../../../packs/nl/nl-residence/released/2026.1.json' with { type: 'json' };
import released13 from '../../../../packs/nl/nl-residence/released/2026.2.json' with { type: 'json' };
import released14 from '../../../../packs/nl/nl-residence/released/2026.3.json' with { type: 'json' };
import type { Pack } from './pack.ts';

/** Every released version of every pack, as it was frozen. */
// These files were written from packs that had been checked; the type inferred from JSON is wider.
export const releasedPacks = [
  released0,
  released1,
  released2,
  released3,
  released4,
  released5,
  released6,
  released7,
  released8,
  released9,
  released10,
  released11,
  released12,
  released13,
  released14,
] as unknown as readonly Pack[];
