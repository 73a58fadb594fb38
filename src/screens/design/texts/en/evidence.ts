import type { EvidenceTexts } from '../ru/evidence.ts'

export const evidence: EvidenceTexts = {
  title: 'What the server received',
  lead: 'All entries about this cell in the order in which the server received them: who, when, from which device. Nobody can delete or change them.',
  show: 'Show',
  asking: 'Asking the server…',
  again: 'Ask again',
  noLine:
    'No connection to the server. It is the server that makes the statement: open it when there is one.',
  nothing: 'The server has received nothing about this cell yet.',
  failed: 'The server did not answer as it should. Try again; if that does not help, tell the administrator.',
  whole: (rows: number) => `Checked: nothing in the log was changed or is missing (entries: ${rows}).`,
  broken: 'The log on the server is damaged. Tell the administrator:',
  device: (name: string, id: string) => `device “${name || 'without a name'}” (${id})`,
  server: 'on the server itself',
  times: (device: string, server: string) => `written ${device}, received ${server}`,
  removed: 'taken back',
  void: 'did not count',
  save: 'Save the statement',
  saveProof: 'File for checking',
  help: 'The statement can be read and printed. By the file for checking the administrator of the server confirms that nothing in it was changed.',
  file: (who: string) => `Statement, ${who}`,
}
