/// Figures by name, a column for each size of the desk.
struct BenchTable {
  private var names: [String] = []
  private var cells: [String: [String]] = [:]
  private let columns: [String]

  /// Makes a table with these columns.
  init(columns: [String]) { self.columns = columns }

  /// Puts a figure into a column and says it at once, so that a long run can be watched.
  mutating func put(_ name: String, _ value: String, column: Int) {
    Console.complain("\(columns[column]) rows, \(name): \(value)")
    if cells[name] == nil {
      names.append(name)
      cells[name] = Array(repeating: "", count: columns.count)
    }
    cells[name]?[column] = value
  }

  /// The whole table as lines.
  var lines: [String] {
    let rows = [["rows stored"] + columns] + names.map { [$0] + (cells[$0] ?? []) }
    let widths = (0...columns.count).map { place in rows.map { $0[place].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: " | ")
    }
  }
}
