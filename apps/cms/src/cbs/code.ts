/** A wijkcode is WK with 6 digits, a buurtcode BU with 8 (CBS, Wijk- en Buurtkaart). */
export function isCbsCode(text: string): boolean {
  return /^(WK\d{6}|BU\d{8})$/.test(text)
}
