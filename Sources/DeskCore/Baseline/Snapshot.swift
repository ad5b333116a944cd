/// Carries the fields of a value to bytes and back, in one order for both ways.
///
/// Numbers are little endian. Restoring from bytes that are too short, too long, or hold a number
/// that is none makes the snapshot unsound; whoever restores looks at `isSound` at the end.
struct Snapshot {
  private(set) var bytes: [UInt8]
  private(set) var isSound = true
  private let isSaving: Bool
  private var position = 0

  init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
    isSaving = true
  }

  init(restoring bytes: [UInt8]) {
    self.bytes = bytes
    isSaving = false
  }

  /// Whether everything was read, and made sense.
  var isComplete: Bool { isSound && (isSaving || position == bytes.count) }

  mutating func pass(_ value: inout Double) {
    let bits = pass(bits: value.bitPattern, width: 8)
    guard !isSaving else { return }
    value = Double(bitPattern: bits)
    refuse(unless: value.isFinite)
  }

  mutating func pass(_ value: inout Float) {
    let bits = pass(bits: UInt64(value.bitPattern), width: 4)
    guard !isSaving else { return }
    value = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    refuse(unless: value.isFinite)
  }

  mutating func pass(_ value: inout Int64) {
    let bits = pass(bits: UInt64(bitPattern: value), width: 8)
    if !isSaving { value = Int64(bitPattern: bits) }
  }

  mutating func pass(_ value: inout UInt16) {
    let bits = pass(bits: UInt64(value), width: 2)
    if !isSaving { value = UInt16(truncatingIfNeeded: bits) }
  }

  mutating func pass(_ value: inout Bool) {
    let bits = pass(bits: value ? 1 : 0, width: 1)
    if !isSaving { value = bits != 0 }
  }

  /// Passes arrays whose length is fixed by their owner.
  mutating func pass(_ values: inout [Float]) {
    for index in values.indices { pass(&values[index]) }
  }

  /// Passes arrays whose length is fixed by their owner.
  mutating func pass(_ values: inout [UInt16]) {
    for index in values.indices { pass(&values[index]) }
  }

  /// Makes the snapshot unsound when a rule of the value does not hold.
  mutating func refuse(unless rule: Bool) {
    if !rule { isSound = false }
  }

  private mutating func pass(bits: UInt64, width: Int) -> UInt64 {
    if isSaving {
      for shift in 0..<width { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * shift))) }
      return bits
    }
    guard position + width <= bytes.count else {
      isSound = false
      return 0
    }
    var read: UInt64 = 0
    for shift in 0..<width { read |= UInt64(bytes[position + shift]) << UInt64(8 * shift) }
    position += width
    return read
  }
}
