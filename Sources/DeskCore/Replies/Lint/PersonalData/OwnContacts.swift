/// The desk's own addresses and numbers, compared without spaces and signs.
struct OwnContacts {
  private let emails: Set<String>
  private let phones: [[UInt8]]

  init(_ contacts: [String]) {
    emails = Set(contacts.filter { $0.contains("@") }.map { $0.lowercased() })
    phones = contacts.filter { !$0.contains("@") }.map { contact in
      contact.unicodeScalars.compactMap { LintLetters.digit($0.value) }
    }.filter { $0.count >= 3 }
  }

  func holdsEmail(_ scalars: ArraySlice<UInt32>) -> Bool {
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    return emails.contains(text.lowercased())
  }

  /// Whether a number is ours; with and without the code of the country.
  func holdsPhone(_ digits: [UInt8]) -> Bool {
    phones.contains { own in
      own == digits
        || (min(own.count, digits.count) >= 9 && own.suffix(9).elementsEqual(digits.suffix(9)))
    }
  }
}
