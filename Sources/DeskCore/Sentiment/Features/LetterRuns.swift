/// Runs of four and five letters, each as a `FeatureHash.place`: twelve bits a letter, so that a run
/// is cut out of a window that slides over the word, and nothing is read twice.
///
/// What a processor waits for is memory it has not seen lately: a run of five lies in the line of the
/// run of four that it ends with. Shorter runs say nothing that words and these do not.
enum LetterRuns {
  /// How many runs end at the letter of a long word.
  static let width = 2

  /// Calls back with every run of a word whose edges stand at 0 and at `last`; those of five come
  /// right after the run whose line they share.
  @inline(__always)
  static func visit(
    _ codes: UnsafeMutableBufferPointer<UInt16>, last: Int, run: (UInt64) -> Void,
    sharing: (UInt64) -> Void
  ) {
    guard last >= 3 else { return }
    var window = UInt64(codes[0]) << 24 | UInt64(codes[1]) << 12 | UInt64(codes[2])
    window = window << 12 | UInt64(codes[3])
    run(four(window))
    var place = 4
    while place <= last {
      window = (window << 12 | UInt64(codes[place])) & 0x0FFF_FFFF_FFFF_FFFF
      let four = four(window & 0xFFFF_FFFF_FFFF)
      run(four)
      sharing(FeatureHash.place(FeatureHash.mix(FeatureHash.seed, window), inLineOf: four))
      place &+= 1
    }
  }

  @inline(__always)
  private static func four(_ window: UInt64) -> UInt64 {
    FeatureHash.place(FeatureHash.mix(FeatureHash.seed, window))
  }
}
