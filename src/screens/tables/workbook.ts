import { unzipSync, zipSync } from 'fflate'
import type { XlsxReader } from '../../exchange/sheets/read-sheets.ts'

/**
 * Reads an .xlsx; its reader is loaded only here. It unpacks a large sheet in a worker made from a blob, which the
 * app's content security policy forbids; one that is stored as it is needs no worker, so everything is unpacked first.
 * Rejects where the file is no workbook.
 */
export const readWorkbook: XlsxReader = async (file) => {
  const { default: readXlsx } = await import('read-excel-file/browser')
  const stored = zipSync(unzipSync(new Uint8Array(file)), { level: 0 })
  return readXlsx(new Uint8Array(stored).buffer)
}
