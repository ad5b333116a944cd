/// Addresses from outside that may be given to a browser.
enum SafeAddress {
  /// The address when it is plainly http or https and made of visible ASCII; else nil.
  static func check(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 2048,
      text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x60 })
    else { return nil }
    return text
  }
}
