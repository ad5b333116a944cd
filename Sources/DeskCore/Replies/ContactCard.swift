/// How people reach the desk outside the platform.
public struct ContactCard: Hashable, Sendable {
  /// An e-mail address; empty for none.
  public var email: String
  /// A telephone number as people write it; empty for none.
  public var phone: String
  /// The address of a form on the web; empty for none.
  public var form: String

  /// Makes a card; without arguments it is empty.
  public init(email: String = "", phone: String = "", form: String = "") {
    self.email = email
    self.phone = phone
    self.form = form
  }

  /// Whether there is no way to reach the desk on it.
  public var isEmpty: Bool { self == ContactCard() }

  /// Everything on it in one line, e-mail first; empty when it is.
  public var line: String {
    [email, phone, form].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The address and the number, which are the desk's own and nobody's personal data.
  public var own: [String] { [email, phone].filter { !$0.isEmpty } }

  /// The host of the form; nil without one.
  var formHost: String? {
    let parts = form.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasSuffix(":"), parts[1].isEmpty else { return nil }
    let host = parts[2].prefix { !"/?#:".contains($0) }
    return host.isEmpty ? nil : String(host)
  }
}
