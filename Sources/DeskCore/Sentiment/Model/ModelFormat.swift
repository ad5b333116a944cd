/// How a model lies in a file, little-endian throughout.
///
/// Header: eight magic bytes, format (4), features (4), checksum of all that follows (8), number of
/// sections (4), four spare. Then for each section a tag (4), four spare, offset (8) and size (8);
/// then the sections, each at a multiple of 64.
package enum ModelFormat {
  package static let magic: [UInt8] = Array("CDMOOD\r\n".utf8)
  package static let version: UInt32 = 2
  package static var features: UInt32 { MoodFeatures.version }
  package static let headerSize = 32
  package static let entrySize = 24
  package static let alignment = 64
  /// The checksum covers everything after it.
  package static let checkedFrom = 24

  /// The parts of a model.
  package enum Section: String, CaseIterable, Sendable {
    /// Name and version, as text.
    case name = "NAME"
    /// Codes of the languages, two bytes each.
    case languages = "LANG"
    /// A row of 32 unsigned bytes for each bucket, one for each language, 128 standing for zero.
    case languageTable = "LTAB"
    /// Lines of 64 unsigned bytes, 128 standing for zero; see `MoodGrid`.
    case moodTable = "MTAB"
    /// Floats: what one step of a byte is worth for language, sentiment, abuse and intent.
    case steps = "STEP"
    /// Floats: `DenseFeatures.count` rows of six for all languages, then for each language.
    case dense = "DENS"
    /// Floats: for each language the temperature and shifts of its probabilities.
    case calibration = "CALI"
  }

  /// A mixing checksum over words of eight bytes, in four lanes for speed.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    let step: UInt64 = 0x9FB2_1C65_1E98_DF25
    while offset + 32 <= bytes.count {
      lanes.0 = fold((lanes.0 ^ word(bytes, offset)) &* step)
      lanes.1 = fold((lanes.1 ^ word(bytes, offset + 8)) &* step)
      lanes.2 = fold((lanes.2 ^ word(bytes, offset + 16)) &* step)
      lanes.3 = fold((lanes.3 ^ word(bytes, offset + 24)) &* step)
      offset += 32
    }
    while offset < bytes.count {
      lanes.0 = fold((lanes.0 ^ UInt64(bytes[offset])) &* step)
      offset += 1
    }
    let half = fold(lanes.0 &* step ^ lanes.1)
    let rest = fold(lanes.2 &* step ^ lanes.3)
    return fold((half ^ rest &* step) &* step) ^ UInt64(bytes.count)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 { value ^ (value >> 32) }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
