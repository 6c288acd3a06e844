import type { FigureSource } from '../public-series.ts';

/** Where the figures were read. Title and day of reading are not stated in what they were copied from, so they are not told. */
export const sources = {
  rapporteur2012: at(
    'https://www.nationaalrapporteur.nl/publicaties/rapporten/2012/12/24/nationaal-rapporteur-mensenhandel-2012-mensenhandel-in-en-uit-beeld-cijfermatige-rapportage-2007-2011-interactieve-versie',
  ),
  comensha2013: at('https://www.comensha.nl/actualiteiten/item/jaarcijfers-van-comensha-2013/'),
  commission: at('https://ec.europa.eu/anti-trafficking/member-states/Netherlands'),
  trafficking2018: at('https://www.state.gov/reports/2018-trafficking-in-persons-report/netherlands/'),
  trafficking2020: at('https://www.state.gov/reports/2020-trafficking-in-persons-report/netherlands/'),
  trafficking2021: at('https://www.state.gov/reports/2021-trafficking-in-persons-report/netherlands/'),
  comensha2020: at('https://publicaties.comensha.nl/het_beeld_van_2020/aard_en_omvang'),
  trafficking2022: at('https://www.state.gov/reports/2022-trafficking-in-persons-report/netherlands/'),
  rapporteur2022: at(
    'https://www.nationaalrapporteur.nl/publicaties/publicaties/2022/10/18/slachtoffers-van-mensenhandel-in-beeld-bij-comensha-2017-2021',
  ),
  blikOpNieuws: at(
    'https://www.blikopnieuws.nl/nieuws/304135/minder-slachtoffers-maar-mensenhandel-blijft-aandacht-vragen.html',
  ),
  volkskrantReports: at(
    'https://www.volkskrant.nl/nieuws-achtergrond/daling-in-meldingen-van-mensenhandel-minder-zicht-op-uitbuiting-en-gedwongen-prostitutie~b780a33e/',
  ),
  nlTimes: at('https://nltimes.nl/2017/08/21/sharp-drop-human-traffickers-prosecuted-netherlands'),
  nrc: at('https://www.nrc.nl/nieuws/2021/01/21/daders-mensenhandel-vaak-niet-onder-toezicht-reclassering-a4028538'),
  volkskrantLess: at(
    'https://www.volkskrant.nl/nieuws-achtergrond/nederland-doet-steeds-minder-tegen-mensenhandel~b93b77c8/',
  ),
  rapporteurCopy: at('https://docplayer.nl/20599910-Mensenhandel-in-en-uit-beeld.html'),
  eurostat: at(
    'https://ec.europa.eu/eurostat/statistics-explained/index.php?title=Trafficking_in_human_beings_statistics',
  ),
  rapporteurEstimate2017: at(
    'https://dutchrapporteur.nl/latest/news/2017/09/28/reliable-estimate-reflects-true-numbers-of-victims-of-human-trafficking',
  ),
  rapporteurEstimate2021: at(
    'https://www.nationaalrapporteur.nl/actueel/nieuws/2021/11/30/nieuwe-schatting-slachtoffers-mensenhandel-gepubliceerd',
  ),
  nos: at('https://nos.nl/artikel/2407522-schatting-5000-slachtoffers-mensenhandel-in-nederland-in-2018-en-2019'),
  wodc: at(
    'https://www.wodc.nl/actueel/nieuws/2021/11/29/jaarlijks-circa-5.000-slachtoffers-van-mensenhandel-in-nederland',
  ),
  ukGovernment: at(
    'https://www.gov.uk/government/publications/modern-slavery-an-application-of-multiple-systems-estimation',
  ),
} as const;

function at(address: string): FigureSource {
  return { address, title: null, read: null };
}
