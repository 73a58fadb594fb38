import { describe, expect, it } from 'vitest'
import { emptyTables, nothingKnown } from '../../../src/exchange/known.ts'
import { derivedIds } from '../../../src/exchange/sheets/derived-id.ts'
import { findHeader } from '../../../src/exchange/sheets/header.ts'
import { readPupils } from '../../../src/exchange/sheets/read-pupils.ts'
import { pupilsTarget } from '../../../src/exchange/sheets/targets.ts'
import { wholeImport } from '../../../src/exchange/sheets/whole-import.ts'
import { contextOf, knownSchool, sheetOf } from './messy-school.ts'

const list = sheetOf([
  ['Список обучающихся', null, null, null],
  ['ФИО', 'Класс', 'Дата рождения', 'ФИО матери'],
  ['Белов Иван', '7А', '05.03.2013', 'Белова Анна'],
  ['БЕЛОВ ИВАН', '7б', 41_400, null],
])
const known = { ...nothingKnown, tables: knownSchool() }
const read = (taken: readonly string[] = []) =>
  readPupils(list, findHeader(list, pupilsTarget), {
    ...contextOf(known.tables),
    newId: derivedIds(taken),
  }).tables

describe('a list that is written whole', () => {
  it('goes into the documents of classes, then of families', () => {
    const whole = wholeImport(read()!, known)
    expect(whole.ok && [...whole.entries.keys()].map((id) => id.split('/')[0])).toEqual([
      'class',
      'class',
      'family',
    ])
  })

  it('has the same ids whenever and wherever it is read; namesakes are told apart', () => {
    const ids = read()!.pupils.map(({ id }) => id)
    expect(read()!.pupils.map(({ id }) => id)).toEqual(ids)
    expect(new Set(ids).size).toBe(2)
    const newId = derivedIds(['staff-x'])
    expect(newId('staff', 'иванов|иван|')).not.toBe(newId('staff', 'иванов|иван|'))
  })

  it('is refused whole where one row does not fit the school or the ledger', () => {
    const tables = read()!
    const stray = { ...tables, movements: [...tables.movements, { ...tables.movements[0]!, class: 'нет' }] }
    const refused = wholeImport(stray, known)
    expect(refused.ok).toBe(false)
    const guardians = [{ ...tables.guardians[0]!, email: 'a'.repeat(201) }]
    expect(wholeImport({ ...emptyTables(), ...tables, guardians }, known)).toEqual({
      ok: false,
      faults: ['Белова Анна: слишком длинный текст или недопустимый знак'],
    })
  })
})
