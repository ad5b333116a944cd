/// A table while its file is read: later lines may still add to it.
final class TOMLTable {
  /// What stands behind a key.
  enum Entry {
    /// A finished value; an inline table is one too.
    case value(ConfigurationNode)
    /// A table that headers or dotted keys may add to.
    case table(TOMLTable)
    /// Tables that began with `[[…]]`.
    case list([TOMLTable])
  }

  /// How a table came to be, which decides who may still add to it.
  enum Origin {
    /// By a longer header; may still get a header of its own.
    case implied
    /// By a header of its own.
    case header
    /// By a dotted key; only dotted keys may add to it.
    case dotted
  }

  /// The entries by key.
  var entries: [String: Entry] = [:]
  /// How it came to be.
  var origin: Origin
  /// Where it is, indices of lists included.
  let path: [String]

  /// Makes an empty table.
  init(origin: Origin, path: [String]) {
    self.origin = origin
    self.path = path
  }

  /// The table and all in it as finished values.
  var nodes: [String: ConfigurationNode] {
    entries.mapValues { entry in
      switch entry {
      case .value(let node): node
      case .table(let table): .table(table.nodes)
      case .list(let tables): .array(tables.map { .table($0.nodes) })
      }
    }
  }
}
