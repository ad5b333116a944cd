/// E-mail addresses: a name, `@`, and a host with a dot.
enum EmailAddress {
  /// Where they stand, in scalars. `@name@host` is a handle and none.
  static func ranges(in text: LintText) -> [Range<Int>] {
    let scalars = text.scalars
    var found: [Range<Int>] = []
    for index in scalars.indices where scalars[index] == 0x40 || scalars[index] == 0xFF20 {
      var start = index
      while start > 0, isLocal(scalars[start - 1]) { start -= 1 }
      let isHandle = start > 0 && scalars[start - 1] == 0x40
      // In front of a host it is a user's name, not an address.
      let isUser = start > 1 && scalars[start - 1] == 0x2F && scalars[start - 2] == 0x2F
      guard start < index, !isHandle, !isUser, let end = hostEnd(from: index + 1, in: scalars)
      else {
        continue
      }
      found.append(start..<end)
    }
    return found
  }

  private static func hostEnd(from start: Int, in scalars: [UInt32]) -> Int? {
    var (index, end) = (start, start)
    var hasDot = false
    while index < scalars.count {
      if LintLetters.isWordLike(scalars[index]) {
        if index > start, scalars[index - 1] == 0x2E { hasDot = true }
        end = index + 1
      } else if scalars[index] != 0x2E && scalars[index] != 0x2D {
        break
      }
      index += 1
    }
    return hasDot && scalars[start] != 0x2E ? end : nil
  }

  private static func isLocal(_ scalar: UInt32) -> Bool {
    LintLetters.isWordLike(scalar) || [0x2E, 0x2D, 0x2B, 0x5F, 0x25].contains(scalar)
  }
}
