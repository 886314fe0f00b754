//! Looking into a table by the names of its columns.

use super::{Cell, Table, cell};
use crate::format::exchange::own_file::Fields;
use crate::format::exchange::{At, Fault, Misread};

impl Table {
    /// Each row as an object of what its columns say in our own file, without empty cells and without columns
    /// that `skip` names; with the number of the row, from 2, as the first has the names.
    pub(super) fn objects(&self, skip: &[&str]) -> Result<Vec<Fields>, Misread> {
        let rows = self.rows.iter().enumerate();
        rows.map(|(nth, row)| self.object(nth + 2, row, skip)).collect()
    }

    fn object(&self, line: usize, row: &[Cell], skip: &[&str]) -> Result<Fields, Misread> {
        let mut fields = Fields::new();
        for (column, value) in self.columns.iter().zip(row) {
            if skip.contains(&column.as_str()) {
                continue;
            }
            let odd = |wanted| Misread {
                at: At::PartLine(self.name.clone(), line),
                fault: Fault::Odd { found: format!("{column}: {}", shown(value)), wanted },
            };
            let value = cell::value(column, value).map_err(odd)?;
            fields.extend(value.map(|value| (column.clone(), value)));
        }
        // What had no column of its own stood together in one.
        if let Some(more) =
            fields.remove("more").and_then(|more| serde_json::from_str::<Fields>(more.get()).ok())
        {
            for (name, value) in more {
                fields.entry(name).or_insert(value);
            }
        }
        Ok(fields)
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
    }
}
