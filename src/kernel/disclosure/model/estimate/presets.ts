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
    csv: writeLines(
      'LA,NG,PFNCA,GO,GP,count',
      '1,0,0,0,0,54',
      '0,1,0,0,0,463',
      '0,0,1,0,0,995',
      '0,0,0,1,0,695',
      '0,0,0,0,1,316',
      '1,1,0,0,0,15',
      '1,0,1,0,0,19',
      '1,0,0,1,0,3',
      '0,1,1,0,0,62',
      '0,1,0,1,0,19',
      '0,1,0,0,1,1',
      '0,0,1,1,0,76',
      '0,0,1,0,1,11',
      '0,0,0,1,1,8',
      '1,1,1,0,0,1',
      '1,1,0,1,0,1',
      '0,1,1,1,0,4',
      '1,1,1,1,0,1',
    ),
    citation:
      'Silverman (2014), Home Office, https://www.gov.uk/government/publications/modern-slavery-an-application-of-multiple-systems-estimation (Crown copyright, Open Government Licence v3.0)',
  },
  {
    id: 'netherlands',
    csv: writeLines(
      'IO,K,P,R,Z,count',
      '1,0,0,0,0,756',
      '0,1,0,0,0,1299',
      '0,0,1,0,0,4466',
      '0,0,0,1,0,650',
      '0,0,0,0,1,632',
      '1,1,0,0,0,1',
      '1,0,1,0,0,81',
      '1,0,0,1,0,5',
      '1,0,0,0,1,73',
      '0,1,1,0,0,44',
      '0,1,0,0,1,4',
      '0,0,1,1,0,82',
      '0,0,1,0,1,125',
      '0,0,0,1,1,2',
      '1,0,1,1,0,2',
      '1,0,1,0,1,11',
      '0,0,1,1,1,1',
    ),
    citation:
      'van Dijk, Cruyff, van der Heijden, Kragten-Heerdink (2017), UNODC and Dutch National Rapporteur; table 2 in Silverman (2020), J. R. Statist. Soc. A 183, 691–736, https://doi.org/10.1111/rssa.12505',
  },
  {
    id: 'new-orleans',
    csv: writeLines(
      'A,BEFG,C,D,H,count',
      '1,0,0,0,0,25',
      '0,1,0,0,0,24',
      '0,0,1,0,0,70',
      '0,0,0,1,0,33',
      '0,0,0,0,1,21',
      '1,1,0,0,0,1',
      '1,0,1,0,0,1',
      '1,0,0,1,0,2',
      '0,1,1,0,0,2',
      '0,1,0,1,0,2',
      '0,1,0,0,1,1',
      '0,0,1,1,0,1',
      '1,1,1,0,0,1',
      '1,1,0,1,0,1',
    ),
    citation: 'Bales, Murphy, Silverman (2020), Journal of Human Trafficking 6(4)',
  },
  {
    id: 'kosovo',
    csv: writeLines(
      'EXH,ABA,OSCE,HRW,count',
      '1,0,0,0,1131',
      '0,1,0,0,845',
      '0,0,1,0,936',
      '0,0,0,1,306',
      '1,1,0,0,177',
      '1,0,1,0,228',
      '1,0,0,1,106',
      '0,1,1,0,217',
      '0,1,0,1,31',
      '0,0,1,1,123',
      '1,1,1,0,181',
      '1,1,0,1,18',
      '1,0,1,1,42',
      '0,1,1,1,32',
      '1,1,1,1,27',
    ),
    citation: 'Ball et al. (2002), AAAS',
  },
];

function writeLines(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
