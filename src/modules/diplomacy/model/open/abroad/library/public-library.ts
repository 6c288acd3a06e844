import { breakdownSeries } from './breakdown-series.ts';
import { estimateSeries } from './estimate-series.ts';
import { justiceSeries } from './justice-series.ts';
import { registeredSeries } from './registered-series.ts';

/** All public figures that come along, as they were typed over from where they were published (decision 0079). */
export const publicLibrary = [...registeredSeries, ...breakdownSeries, ...justiceSeries, ...estimateSeries] as const;

/** A series of the library, with its own words in the catalogues. */
export type LibrarySeries = (typeof publicLibrary)[number];
