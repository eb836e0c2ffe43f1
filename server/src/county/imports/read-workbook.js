// What a workbook says, as plain values. Only sheets that are known are read, and of them only rows and merges: pictures,
// comments, links and formatted emptiness are taken out before the library sees the file.

import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readDirectory, Unreadable, unpack } from './zip.js';

const KEPT =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels)$/;
const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * @param {Buffer} bytes
 * @param {(name: string) => boolean} isKnown
 * @param {(sheet: { name: string, known: boolean, hidden: boolean, merges: string[], rows: unknown[] }) => void} take called sheet by sheet
 */
export async function readWorkbook(bytes, isKnown, take) {
  const entries = readDirectory(bytes);
  if (!entries.has('xl/workbook.xml')) throw new Unreadable('这不是 Excel 工作簿（.xlsx）');
  const sheets = sheetFiles(bytes, entries);
  const known = new Set(sheets.filter(({ name }) => isKnown(name)).map(({ path }) => path));
  const zip = new JSZip();
  for (const entry of entries.values()) {
    if (KEPT.test(entry.name)) zip.file(entry.name, unpack(bytes, entry));
    else if (known.has(entry.name)) zip.file(entry.name, lean(unpack(bytes, entry).toString('utf8')));
    else if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) zip.file(entry.name, lean(''));
  }
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }));
  } catch {
    throw new Unreadable('读不懂这个文件，请用 Excel 打开后另存为 .xlsx 再上传');
  }
  for (const sheet of workbook.worksheets)
    take({
      name: sheet.name,
      known: isKnown(sheet.name),
      hidden: sheet.state !== 'visible',
      merges: sheet.model.merges ?? [],
      rows: rowsOf(sheet),
    });
}

/** Name and file of each sheet, from the workbook and its relations. */
function sheetFiles(bytes, entries) {
  const text = (name) => (entries.has(name) ? unpack(bytes, entries.get(name)).toString('utf8') : '');
  const targets = new Map();
  for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => ({
    name: plainText(attribute(tag, 'name')),
    path: targets.get(attribute(tag, 'r:id')) ?? '',
  }));
}

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plainText = (text) =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, ten, hex, name) => {
    if (ten) return String.fromCodePoint(Number(ten));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (ENTITIES[name] ?? whole);
  });

/** A sheet without what is only formatted: rows with something in them, and merges. */
function lean(xml) {
  const from = xml.indexOf('<sheetData>');
  const to = xml.lastIndexOf('</sheetData>');
  const rows =
    from < 0 || to < 0
      ? ''
      : xml
          .slice(from + 11, to)
          .replace(/<c\b[^>]*\/>|<c\b[^>]*><\/c>/g, '')
          .replace(/<row\b[^>]*\/>|<row\b[^>]*>\s*<\/row>/g, '');
  const merges = /<mergeCells\b.*?<\/mergeCells>/s.exec(to < 0 ? '' : xml.slice(to))?.[0] ?? '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet ${NAMESPACES}><sheetData>${rows}</sheetData>${merges}</worksheet>`;
}

/** `[row, hidden, values by column]`; a merged cell's value stands in its own first column only, but in each of its rows. */
function rowsOf(sheet) {
  const rows = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const values = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const inFirst = cell.master === cell || cell.master.col === cell.col;
      const value = inFirst ? plain(cell.master.value, cell.master.numFmt) : null;
      if (value !== null) values[column - 1] = value;
    });
    if (values.length > 0) rows.push([number, row.hidden === true, Array.from(values, (value) => value ?? null)]);
  });
  return rows;
}

/** @returns {string | number | boolean | { date: string } | { error: string } | null} */
function plain(value, format) {
  if (value === null || value === undefined) return null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { error: '日期无效' } : { date: value.toISOString().slice(0, 19) };
  if (typeof value === 'number')
    return /^0{2,12}$/.test(format ?? '') ? String(value).padStart(format.length, '0') : value;
  if (typeof value !== 'object') return value;
  if (value.error) return { error: String(value.error) };
  if (value.richText) return value.richText.map((part) => part.text).join('');
  if ('formula' in value || 'sharedFormula' in value) return plain(value.result, format);
  if ('text' in value) return plain(value.text, format);
  return null;
}
