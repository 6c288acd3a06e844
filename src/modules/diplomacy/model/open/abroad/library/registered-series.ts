import type { PublicSeries } from '../public-series.ts';
import { counted } from './counted.ts';
import { sources } from './sources.ts';

/** Persons registered as presumed victims in the Netherlands, by two publishers who count differently. */
export const registeredSeries = [
  {
    id: 'registered-everybody-comensha',
    topic: 'registered',
    group: 'everybody',
    area: 'NL',
    unit: 'persons',
    publisher: 'comensha',
    figures: [
      counted(2007, 716, sources.rapporteur2012),
      counted(2011, 1222, sources.comensha2013),
      counted(2012, 1711, sources.comensha2013),
      counted(2013, 1437, sources.comensha2013),
      counted(2019, 1372, sources.comensha2020),
      counted(2020, 1013, sources.comensha2020),
      counted(2021, 791, sources.rapporteur2022),
      counted(2022, 814, sources.blikOpNieuws),
    ],
    checks: [],
  },
  {
    id: 'registered-everybody-rapporteur',
    topic: 'registered',
    group: 'everybody',
    area: 'NL',
    unit: 'persons',
    publisher: 'rapporteur',
    figures: [
      counted(2014, 1256, sources.commission),
      counted(2015, 1150, sources.trafficking2018),
      counted(2016, 952, sources.trafficking2018),
      counted(2017, 958, sources.trafficking2020),
      counted(2018, 668, sources.trafficking2020),
      counted(2019, 1334, sources.trafficking2021),
      counted(2020, 984, sources.trafficking2022),
    ],
    checks: [],
  },
] as const satisfies readonly PublicSeries[];
