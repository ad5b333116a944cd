package import DeskCore

extension ModelParts {
  /// Takes a model apart, so that it can be learned on and written again.
  ///
  /// - Throws: `MoodModelError` if a part is missing.
  package init(_ model: MoodModel) throws(MoodModelError) {
    let moods = try model.content(of: .moodTable).map { Int8(Int($0) - 128) }
    let grid = MoodGrid(lines: moods.count / MoodGrid.lineSize)
    var sentiment: [Int8] = []
    var side: [Int8] = []
    for line in 0..<grid.lines {
      let start = line * MoodGrid.lineSize
      sentiment += moods[start..<(start + MoodGrid.sideStart)]
      side += moods[(start + MoodGrid.sideStart)..<(start + MoodGrid.lineSize)]
    }
    self.init(
      name: model.name, languages: model.languages,
      languageTable: try model.content(of: .languageTable).map { Int8(Int($0) - 128) },
      grid: grid, sentimentTable: sentiment, sideTable: side,
      steps: Self.floats(try model.content(of: .steps)),
      dense: Self.floats(try model.content(of: .dense)),
      calibration: Self.floats(try model.content(of: .calibration)))
  }

  private static func floats(_ bytes: [UInt8]) -> [Float] {
    stride(from: 0, to: bytes.count - 3, by: 4).map { start in
      let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32($1 * 8) }
      return Float(bitPattern: word)
    }
  }
}
