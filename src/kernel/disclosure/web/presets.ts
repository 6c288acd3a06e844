// oxlint-disable import/default -- the bundler makes the texts of files into exports
import kosovo from '../examples/mse/kosovo_4lists.csv?raw';
import netherlands from '../examples/mse/netherlands_5lists.csv?raw';
import newOrleans from '../examples/mse/neworleans_5lists.csv?raw';
import unitedKingdom from '../examples/mse/uk2013_5lists.csv?raw';

/** A table of lists that was published, with where it stands. */
export interface Preset {
  readonly id: 'uk2013' | 'netherlands' | 'new-orleans' | 'kosovo';
  readonly csv: string;
  /** As it is cited; names and titles are not translated. */
  readonly citation: string;
}

/** Tables that come along. Their numbers are published facts; none of them is about anybody who was supported here. */
export const presets: readonly Preset[] = [
  {
    id: 'uk2013',
    csv: unitedKingdom,
    citation:
      'Silverman (2014), Home Office, https://www.gov.uk/government/publications/modern-slavery-an-application-of-multiple-systems-estimation (Crown copyright, Open Government Licence v3.0)',
  },
  {
    id: 'netherlands',
    csv: netherlands,
    citation:
      'van Dijk, Cruyff, van der Heijden, Kragten-Heerdink (2017), UNODC and Dutch National Rapporteur; table 2 in Silverman (2020), J. R. Statist. Soc. A 183, 691–736, https://doi.org/10.1111/rssa.12505',
  },
  {
    id: 'new-orleans',
    csv: newOrleans,
    citation: 'Bales, Murphy, Silverman (2020), Journal of Human Trafficking 6(4)',
  },
  { id: 'kosovo', csv: kosovo, citation: 'Ball et al. (2002), AAAS' },
];
