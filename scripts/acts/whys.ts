/** Why a wijk is published, as operators read it; by the words of the publisher. */
export const whys: Readonly<Record<string, string>> = {
  hint: 'er is gepubliceerd',
  revision: 'er is gepubliceerd',
  time: 'een pagina is niet meer van deze tijd',
  untold: 'de redactie weet nog niet dat het online is',
  format: 'er is een andere sitevorm',
  address: 'het webadres is anders',
  purge: 'een CDN moet de vorige pagina’s nog vergeten',
  held: 'de platformbeheerder zet een eerdere versie terug, of laat de wijk verdergaan',
  lost: 'de site is kwijt en wordt opnieuw gemaakt',
  repair: 'wat online staat klopt niet en wordt opnieuw gemaakt',
}
