/// Handles such as `@ana@example.social` in a text.
public enum Handles {
  /// Where they are, each from its `@` on, in order.
  public static func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    let scalars = text.unicodeScalars
    var i = scalars.startIndex
    var before: Unicode.Scalar?
    while i < scalars.endIndex {
      if scalars[i] == "@", !isWordLike(before), let end = end(of: scalars, from: i) {
        found.append(i..<end)
        before = "x"
        i = end
      } else {
        before = scalars[i]
        i = scalars.index(after: i)
      }
    }
    return found
  }

  /// The handles without their first `@`, in order; on platforms where a name is an address these
  /// are all who are told of a message.
  public static func names(in text: String) -> [String] {
    ranges(in: text).map { String(text[$0].dropFirst()) }
  }

  private static func end(
    of scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index? {
    let name = run(scalars, scalars.index(after: start), isNamePart)
    guard let name else { return nil }
    guard name < scalars.endIndex, scalars[name] == "@",
      let host = run(scalars, scalars.index(after: name), isHostPart)
    else { return name }
    return host
  }

  // A full stop or hyphen at the end belongs to the sentence.
  private static func run(
    _ scalars: String.UnicodeScalarView, _ start: String.Index,
    _ belongs: (Unicode.Scalar) -> Bool
  ) -> String.Index? {
    var i = start
    var end = start
    while i < scalars.endIndex, belongs(scalars[i]) {
      let next = scalars.index(after: i)
      if scalars[i] != ".", scalars[i] != "-" { end = next }
      i = next
    }
    return end == start ? nil : end
  }

  private static func isWordLike(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar == "_" || scalar == "/" || scalar == "="
  }
  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      || scalar == "." || scalar == "-"
  }
  private static func isHostPart(_ scalar: Unicode.Scalar) -> Bool {
    isNamePart(scalar) || scalar == ":"
  }
}
