/// Whether letters with dots between them are a host that somebody could open.
struct HostShape {
  private let labels: [ArraySlice<UInt32>]
  private let written: ArraySlice<UInt32>

  /// - Parameters:
  ///   - host: the name in lower case.
  ///   - written: the same as it stands in the text.
  init(_ host: [UInt32], written: ArraySlice<UInt32>) {
    labels = host.split(separator: 0x2E, omittingEmptySubsequences: false)
    self.written = written
  }

  /// Without a path the last label must be a known one: `sorry.We` and `v2.0` are no hosts.
  func isHost(hasPath: Bool) -> Bool {
    guard labels.count >= 2, labels.allSatisfy({ (1...63).contains($0.count) }),
      let last = labels.last, let first = labels.first
    else { return false }
    if first.elementsEqual([0x77, 0x77, 0x77]) { return true }
    let name = String(String.UnicodeScalarView(last.compactMap(Unicode.Scalar.init)))
    if name.hasPrefix("xn--") { return true }
    guard Self.endings.contains(name) || Self.wordEndings.contains(name) || isCountry(last) else {
      return hasPath && last.count >= 2 && last.allSatisfy { (0x61...0x7A).contains($0) }
    }
    if hasPath || labels.count > 2 { return true }
    // A sentence that goes on without a space looks like a host: "done.In", "ok.so".
    if startsWithCapital { return false }
    return !Self.wordEndings.contains(name)
  }

  private func isCountry(_ label: ArraySlice<UInt32>) -> Bool {
    label.count == 2 && label.allSatisfy { (0x61...0x7A).contains($0) }
      && Self.countries.contains(
        String(String.UnicodeScalarView(label.compactMap(Unicode.Scalar.init))))
  }

  /// Whether the last label alone begins with a capital.
  private var startsWithCapital: Bool {
    guard let dot = written.lastIndex(where: HostName.isDot),
      let next = written[dot...].dropFirst().first, let first = written.first
    else { return false }
    return LintLetters.isCapital(next) && !LintLetters.isCapital(first)
      || LintLetters.isCapital(next) && written.contains { (0x61...0x7A).contains($0) }
  }

  private static let endings: Set<String> = [
    "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "app", "dev", "xyz", "online",
    "site", "shop", "store", "top", "club", "live", "pro", "tech", "click", "link", "page", "cloud",
    "agency", "news", "blog", "space", "website", "world", "today", "support", "help", "chat",
    "email", "finance", "bank", "money", "travel", "mobi", "name", "social", "example", "test",
    "invalid", "zip", "icu", "vip", "win", "loan", "aero", "asia", "tel", "onion",
    "рф", "рус", "укр", "бел", "қаз", "сайт", "онлайн", "ком", "орг", "дети", "мкд", "срб", "бг",
    "москва", "ایران", "السعودية", "مصر", "امارات", "المغرب", "قطر", "عمان", "شبكة", "موقع",
    "كوم", "بازار", "پاکستان", "فلسطين", "الجزائر", "تونس", "中国", "भारत",
  ]

  /// Countries' endings that are also words; they need a path or a third label.
  private static let wordEndings: Set<String> = [
    "in", "is", "it", "so", "to", "me", "my", "no", "at", "be", "am", "do", "us", "as", "by", "mm",
    "id", "im", "pm", "va", "la", "de", "es", "et", "un", "al", "el", "se", "ma", "sa", "na", "ad",
    "md", "ms", "st", "hm", "mr", "vs",
  ]

  private static let countries: Set<String> = [
    "ac", "ae", "af", "ag", "ai", "ao", "ar", "au", "az", "ba", "bd", "bf", "bg", "bh", "br", "by",
    "bz", "ca", "cc", "cd", "cf", "ch", "cl", "cm", "cn", "co", "cr", "cy", "cz", "dk", "dz", "ec",
    "ee", "eg", "eu", "fi", "fm", "fr", "ga", "ge", "gg", "gl", "gp", "gq", "gr", "gs", "hk", "hr",
    "ht", "hu", "ie", "il", "io", "iq", "ir", "je", "jo", "jp", "ke", "kg", "kr", "kw", "kz", "lb",
    "li", "lk", "lt", "lu", "lv", "ly", "mk", "ml", "mn", "mt", "mx", "nf", "ng", "nl", "nu", "nz",
    "om", "ph", "pk", "pl", "ps", "pt", "pw", "qa", "ro", "rs", "ru", "sd", "sg", "sh", "si", "sk",
    "sn", "su", "sy", "tc", "th", "tj", "tk", "tm", "tn", "tr", "tt", "tv", "tw", "tz", "ua", "ug",
    "uk", "uy", "uz", "vc", "vg", "vn", "ws", "ye", "za",
  ]
}
