//! Tables as a workbook (ECMA-376, part 1), a sheet each. Texts stand in their cells, so none of them can be
//! taken for a formula.

mod read;

use super::{Cell, Table};
use crate::format::exchange::{Part, bundle};

pub(super) use read::tables;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The workbook, packed.
pub(super) fn write(tables: &[Table]) -> Part {
    let numbers = 1..=tables.len();
    let mut parts = vec![
        Part::text("[Content_Types].xml", types(tables.len())),
        Part::text("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        Part::text("xl/workbook.xml", workbook(tables)),
    ];
    let sheets: Vec<String> = numbers.map(|nth| format!("worksheets/sheet{nth}.xml")).collect();
    let all = sheets.iter().map(|sheet| ("worksheet", sheet.as_str())).chain([("styles", "styles.xml")]);
    parts.push(Part::text("xl/_rels/workbook.xml.rels", relations(&all.collect::<Vec<_>>())));
    parts.push(Part::text("xl/styles.xml", styles()));
    parts.extend(
        tables.iter().zip(&sheets).map(|(table, name)| Part::text(&format!("xl/{name}"), sheet(table))),
    );
    Part { name: "xlsx".to_owned(), bytes: bundle::pack(&parts) }
}

fn types(sheets: usize) -> String {
    let of = |part: &str, kind: &str| {
        format!(
            "<Override PartName=\"/xl/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>"
        )
    };
    let sheets: String =
        (1..=sheets).map(|nth| of(&format!("worksheets/sheet{nth}.xml"), "worksheet")).collect();
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{sheets}</Types>",
        of("workbook.xml", "sheet.main"),
        of("styles.xml", "styles"),
    )
}

fn relations(targets: &[(&str, &str)]) -> String {
    let one = |(nth, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>", nth + 1)
    };
    let all: String = targets.iter().enumerate().map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn workbook(tables: &[Table]) -> String {
    let one = |(nth, table): (usize, &Table)| {
        format!("<sheet name=\"{}\" sheetId=\"{1}\" r:id=\"r{1}\"/>", escaped(&table.name), nth + 1)
    };
    let sheets: String = tables.iter().enumerate().map(one).collect();
    format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{sheets}</sheets></workbook>")
}

/// Two looks: plain, and bold for the names of columns.
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn sheet(table: &Table) -> String {
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
    );
    let names: Vec<Cell> = table.columns.iter().map(|name| Cell::Text(name.clone())).collect();
    for (nth, row) in std::iter::once(&names).chain(&table.rows).enumerate() {
        xml.push_str(&format!("<row r=\"{}\">", nth + 1));
        for (column, cell) in row.iter().enumerate() {
            let style = if nth == 0 { " s=\"1\"" } else { "" };
            let place = format!("{}{}", letters(column), nth + 1);
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => xml.push_str(&format!("<c r=\"{place}\"{style}><v>{number}</v></c>")),
                Cell::Text(text) => xml.push_str(&format!(
                    "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                )),
            }
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

/// The letters of a column, from 0: `A` to `Z`, then `AA`.
fn letters(column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or_default());
    match column / 26 {
        0 => letter(column).to_string(),
        more => letters(more - 1) + &letter(column).to_string(),
    }
}

/// A text as XML. What no XML can hold stands as `_xHHHH_` (ECMA-376, part 1, 22.9.2.19), and so does the
/// first letter of whatever looks like that.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            '_' if read::escape(text.get(at..).unwrap_or_default()).is_some() => xml.push_str("_x005F_"),
            '\t' | '\n' => xml.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push_str(&format!("_x{:04X}_", u32::from(c))),
            c => xml.push(c),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::{escaped, letters, read::unescaped};

    #[test]
    fn columns_have_letters() {
        let check = |column: usize, expected: &str| assert_eq!(letters(column), expected);
        for (column, expected) in
            [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            check(column, expected);
        }
    }

    #[test]
    fn what_no_xml_can_hold_comes_back() {
        for text in ["a\0b\r\n", "_x0041_", "_x005F_x0041_", "__x000D__", "_x00", "🙂_xD83D_", "\u{ffff}"] {
            assert_eq!(unescaped(&escaped(text)), text, "{}", escaped(text));
        }
        assert_eq!(unescaped("a_x000D__x000d_b_xZZZZ_"), "a\r\rb_xZZZZ_");
    }
}
