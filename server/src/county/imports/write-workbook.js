// A workbook from plain rows: template and export look the same.

import ExcelJS from 'exceljs';

/** Rows that carry a drop-down below what is filled in. */
const ROOM = 500;

/**
 * @param {{ name: string, note?: string, columns: { header: string, required: boolean, help: string, width: number,
 *   choices: string[] | null, text: boolean }[], rows: (string | number | null)[][], examples: number }[]} sheets
 * @returns {Promise<Uint8Array>}
 */
export async function writeWorkbook(sheets) {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = sheet.columns.map(({ width, text }) => ({ width, style: text ? { numFmt: '@' } : {} }));
    const head = page.addRow(sheet.columns.map(({ header, required }) => (required ? `${header}*` : header)));
    head.font = { bold: true };
    head.eachCell((cell, column) => {
      const { help, required } = sheet.columns[column - 1];
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFFFE2B8' : 'FFE6EDF5' } };
      if (help) cell.note = help;
    });
    for (const row of sheet.rows) page.addRow(row);
    for (let example = 0; example < sheet.examples; example += 1)
      page.getRow(2 + example).font = { italic: true, color: { argb: 'FF888888' } };
    addChoices(page, sheet);
  }
  return workbook.xlsx.writeBuffer();
}

function addChoices(page, { columns, rows }) {
  columns.forEach(({ choices, header }, index) => {
    if (!choices) return;
    const letter = page.getColumn(index + 1).letter;
    page.dataValidations.add(`${letter}2:${letter}${rows.length + 1 + ROOM}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      errorTitle: header,
      error: `请填：${choices.join('、')}`,
    });
  });
}
