import { useState } from 'react'
import type { RegisterLine } from '../../../domain/school/moving.ts'
import { TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { RecordForm } from '../setup/record-form.tsx'

type Order = RegisterLine['order']

/** Corrects number, date and place of an order that is written. */
export function AmendForm({
  title,
  line,
  onWrite,
  onCancel,
}: {
  title: string
  line: RegisterLine
  onWrite: (order: Order) => void
  onCancel: () => void
}) {
  const { movement: texts } = useTexts()
  const [order, setOrder] = useState({ orderNo: '', orderDate: '', place: '', ...line.order })
  const place = line.from && line.to ? texts.placeWhy : line.to ? texts.placeFrom : texts.placeTo
  const field = (key: keyof typeof order, label: string, type = 'text') => (
    <TextField
      label={label}
      type={type}
      value={order[key] ?? ''}
      maxLength={key === 'place' ? 200 : 40}
      autoFocus={key === 'orderNo'}
      onChange={({ target }) => setOrder({ ...order, [key]: target.value })}
    />
  )
  return (
    <RecordForm
      title={title}
      valid
      onSave={() =>
        onWrite({
          orderNo: order.orderNo?.trim(),
          orderDate: order.orderDate,
          place: order.place?.trim(),
        })
      }
      onCancel={onCancel}
    >
      {() => (
        <>
          {field('orderNo', texts.orderNo)}
          {field('orderDate', texts.orderDate, 'date')}
          {field('place', place)}
        </>
      )}
    </RecordForm>
  )
}
