/// One value of a configuration file, without the parser's own types.
indirect enum ConfigurationNode: Hashable, Sendable {
  case table([String: ConfigurationNode])
  case array([ConfigurationNode])
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case date

  /// What a person calls it, for "found …".
  var kind: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number with a fraction"
    case .boolean: "true or false"
    case .date: "a date or time"
    }
  }
}
