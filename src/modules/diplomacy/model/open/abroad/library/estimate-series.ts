import type { PublicSeries } from '../public-series.ts';
import { estimated, highEnd } from './counted.ts';
import { sources } from './sources.ts';

/** Published estimates of all victims, seen or not. Each publication is a series of its own: they used different methods. */
export const estimateSeries = [
  {
    id: 'estimates-presumed-rapporteur-estimate2017',
    topic: 'estimates',
    group: 'presumed',
    area: 'NL',
    unit: 'persons',
    publisher: null,
    figures: [
      estimated(
        { from: 2010, to: 2015, perYear: true },
        { kind: 'number', number: 6250 },
        sources.rapporteurEstimate2017,
      ),
    ],
    checks: [],
  },
  {
    id: 'estimates-presumed-rapporteur-estimate2021',
    topic: 'estimates',
    group: 'presumed',
    area: 'NL',
    unit: 'persons',
    publisher: null,
    figures: [
      estimated(
        { from: 2014, to: 2015, perYear: true },
        { kind: 'interval', low: 5000, high: 7500 },
        sources.rapporteurEstimate2021,
      ),
      estimated(
        { from: 2018, to: 2019, perYear: true },
        { kind: 'about-within', number: 5000, low: 4000, high: 7000 },
        sources.rapporteurEstimate2021,
        [highEnd(6300, 7000)],
      ),
    ],
    checks: [],
  },
  {
    id: 'estimates-presumed-nos',
    topic: 'estimates',
    group: 'presumed',
    area: 'NL',
    unit: 'persons',
    publisher: null,
    figures: [
      estimated({ from: 2010, to: 2010, perYear: false }, { kind: 'about', number: 5000 }, sources.nos),
      estimated({ from: 2012, to: 2012, perYear: false }, { kind: 'more-than', number: 8000 }, sources.nos),
    ],
    checks: [],
  },
  {
    id: 'estimates-sexual-exploitation-wodc',
    topic: 'estimates',
    group: 'sexual-exploitation',
    area: 'NL',
    unit: 'persons',
    publisher: null,
    figures: [
      estimated({ from: 2012, to: 2012, perYear: false }, { kind: 'more-than', number: 6500 }, sources.wodc),
      estimated({ from: 2016, to: null, perYear: true }, { kind: 'about', number: 2000 }, sources.wodc),
    ],
    checks: [],
  },
  {
    id: 'estimates-observed-wodc',
    topic: 'estimates',
    group: 'observed',
    area: 'NL',
    unit: 'persons',
    publisher: null,
    figures: [estimated({ from: 2018, to: 2019, perYear: true }, { kind: 'about', number: 1300 }, sources.wodc)],
    checks: [],
  },
  {
    id: 'estimates-potential-victims-uk-uk-government',
    topic: 'estimates',
    group: 'potential-victims',
    area: 'UK',
    unit: 'persons',
    publisher: 'uk-government',
    figures: [
      estimated(
        { from: 2013, to: 2013, perYear: false },
        { kind: 'interval', low: 10000, high: 13000 },
        sources.ukGovernment,
      ),
    ],
    checks: [],
  },
] as const satisfies readonly PublicSeries[];
