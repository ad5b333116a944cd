import Testing

@testable import DeskCore

@Suite struct MoodGridTests {
  @Test(arguments: [1, 2, 3, 1000, 65_536, 98_303, MoodGrid.mostLines])
  func everyPlaceIsWithinTheTable(lines: Int) {
    let grid = MoodGrid(lines: lines)
    var random = SeededRandom(seed: 4)
    for place in [0, .max, 0xFFFF_FFFF, 0xFFFF_FFFF << 32] + (0..<5000).map({ _ in random.next() })
    {
      #expect((0..<grid.sentimentCount).contains(grid.sentimentRow(place)))
      #expect((0..<grid.sideCount).contains(grid.sideRow(place)))
      #expect(
        grid.sentimentRow(place) / MoodGrid.sentimentRows == grid.sideRow(place) / MoodGrid.sideRows
      )
    }
  }

  @Test func rowsAreUsedEvenly() {
    let grid = MoodGrid(lines: 64)
    var counts = [Int](repeating: 0, count: grid.sentimentCount)
    for number in 0..<(grid.sentimentCount * 50) {
      let hash = FeatureHash.mix(FeatureHash.seed, UInt64(number))
      counts[grid.sentimentRow(FeatureHash.place(hash))] += 1
    }
    #expect(counts.allSatisfy { (10...120).contains($0) })
  }

  @Test func placesKeepTheirLines() {
    let grid = MoodGrid(lines: 65_536)
    var random = SeededRandom(seed: 5)
    for _ in 0..<1000 {
      let (first, second) = (FeatureHash.place(random.next()), random.next())
      let joined = FeatureHash.place(second, inLineOf: first)
      #expect(grid.line(joined) == grid.line(first))
    }
  }

  /// A reader visits the same rows that a trainer counts.
  @Test func readersAndTrainersSeeTheSameRows() throws {
    let grid = MoodGrid(lines: 512)
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: grid.lines * MoodGrid.lineSize, alignment: 64)
    defer { bytes.deallocate() }
    var random = SeededRandom(seed: 6)
    for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
    let table = MoodTable(start: UnsafeRawPointer(try #require(bytes.baseAddress)), grid: grid)
    for _ in 0..<1000 {
      let place = random.next()
      let row = table.row(at: table.offsets(place))
      let sentiment = grid.sentimentRow(place)
      let start = sentiment / 24 * 64 + sentiment % 24 * 2
      #expect(UInt8(truncatingIfNeeded: row >> 32) == bytes[start])
      #expect(UInt8(truncatingIfNeeded: row >> 40) == bytes[start + 1])
      let side = grid.sideRow(place)
      let other = side / 4 * 64 + 48 + side % 4 * 4
      for step in 0..<4 {
        #expect(UInt8(truncatingIfNeeded: row >> UInt64(step * 8)) == bytes[other + step])
      }
    }
  }
}
