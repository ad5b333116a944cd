/// Runs of three to five letters, each as a `FeatureHash.place`: twelve bits a letter, so that a run
/// is cut out of a window that slides over the word, and nothing is read twice.
///
/// What a processor waits for is memory it has not seen lately. Runs of three are few, and lie close
/// together; a run of five lies in the line of the run of four that it ends with.
enum LetterRuns {
  /// How many runs end at the letter of a long word.
  static let width = 3

  /// Calls back with every run of a word whose edges stand at 0 and at `last`.
  @inline(__always)
  static func visit(
    _ codes: UnsafeMutableBufferPointer<UInt16>, last: Int, run: (UInt64) -> Void
  ) {
    var window = UInt64(codes[0])
    for place in 1...last {
      window = (window << 12 | UInt64(codes[place])) & 0x0FFF_FFFF_FFFF_FFFF
      guard place >= 2 else { continue }
      run(FeatureHash.nearPlace(FeatureHash.mix(FeatureHash.seed, window & 0xF_FFFF_FFFF)))
      guard place >= 3 else { continue }
      let four = FeatureHash.place(FeatureHash.mix(FeatureHash.seed, window & 0xFFFF_FFFF_FFFF))
      run(four)
      guard place >= 4 else { continue }
      run(FeatureHash.place(FeatureHash.mix(FeatureHash.seed, window), inLineOf: four))
    }
  }
}
