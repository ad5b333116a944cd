/// Puts native ids into their own order, as far as 40 bits can tell it.
///
/// Platforms count upwards or begin their ids with the time, so an index in that order is written
/// at its end; one over a plain hash would be written all over. Ids without an order lose nothing.
enum KeyOrder {
  /// How many bits the order has.
  static let bits: UInt64 = 40

  /// Where a native id stands among others of its kind, below 2^40.
  static func place(of native: String) -> UInt64 {
    var native = native
    return native.withUTF8 { bytes in
      let tail = bytes.lastIndex(where: isSeparator).map { $0 + 1 } ?? 0
      return number(bytes[tail...]) ?? beginning(bytes[tail...])
    }
  }

  /// What divides the parts of an address, the last of which differs between mentions.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#")
  }

  /// The digits at the end; nil when they are fewer than four, which says nothing.
  private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var value: UInt64 = 0
    var unit: UInt64 = 1
    var count = 0
    for byte in bytes.reversed() {
      let digit = UInt64(byte) &- 0x30
      guard digit < 10, count < 19 else { break }
      value &+= digit &* unit
      unit &*= 10
      count += 1
    }
    guard count >= 4 || count == bytes.count && count > 0 else { return nil }
    let width = UInt64(UInt64.bitWidth - value.leadingZeroBitCount)
    return width > bits ? value >> (width - bits) : value
  }

  /// The first letters and digits, six bits each, in the order of ASCII.
  private static func beginning(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var value: UInt64 = 0
    var free = bits
    for byte in bytes where free > 0 {
      let code: UInt64
      switch byte {
      case 0x30...0x39: code = UInt64(byte) - 0x30
      case 0x41...0x5A: code = UInt64(byte) - 0x41 + 10
      case 0x61...0x7A: code = UInt64(byte) - 0x61 + 36
      default: continue
      }
      let room = min(6, free)
      value = value << room | code >> (6 - room)
      free -= room
    }
    return value << free
  }
}
