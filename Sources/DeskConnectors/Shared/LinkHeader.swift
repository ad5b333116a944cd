/// The `Link` header by which a server names the neighbouring pages.
enum LinkHeader {
  /// The address with the relation `rel`; nil when there is none.
  static func address(rel: String, in header: String) -> String? {
    var rest = header[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let address = rest[rest.index(after: open)..<close]
      let after = rest[rest.index(after: close)...]
      let parameters = after.prefix { $0 != "<" }
      if parameters.contains("rel=\"\(rel)\"") || parameters.contains("rel=\(rel)") {
        return String(address)
      }
      rest = after
    }
    return nil
  }

  /// The query of an address, still encoded; empty when it has none.
  static func query(of address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return "" }
    return String(address[address.index(after: mark)...].prefix { $0 != "#" })
  }
}
