/// Remembers what a terminal shows and finds what a new frame changes, one span a row.
///
/// A span never starts or ends inside a wide cell, neither of the old row nor of the new one.
public struct FrameDiff: Sendable {
  /// The changed cells of one row.
  public struct ChangedSpan: Hashable, Sendable {
    /// The row, from zero.
    public let row: Int
    /// The changed columns; never empty.
    public let columns: Range<Int>

    /// Makes a span to compare with.
    public init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// A cell as a driver writes it.
  public struct Glyph: Hashable, Sendable {
    /// The scalar to show; it takes `width` cells.
    public let base: UInt32
    /// The marks on it, zero where there is none.
    public let marks: SIMD4<UInt32>
    /// 1 or 2; 0 in the second half of a wide cell, which is not written.
    public let width: Int
    /// The number of the style among `styles`.
    public let style: Int

    /// Whether nothing is written in the cell.
    public var isBlank: Bool { base == 0x20 && marks == .zero }
  }

  /// Every style met so far; a style keeps its number within a `generation`.
  public private(set) var styles: [Style] = [.plain]
  /// Grows when the numbers of `styles` are given anew.
  public private(set) var generation = 0
  private var styleNumbers: [Style: UInt16] = [.plain: 0]
  private var clusters: [Cluster] = []
  private var clusterNumbers: [Cluster: UInt32] = [:]
  private var size = Size(columns: 0, rows: 0)
  private var cells: [Cell] = []
  private var isKnown = false

  /// Makes a diff that knows nothing of the screen: the first frame changes every row.
  public init() {}

  /// Forgets what the screen shows.
  public mutating func forget() {
    isKnown = false
  }

  /// Takes a frame over and returns what to write, from top to bottom.
  public mutating func update(to buffer: CellBuffer) -> [ChangedSpan] {
    if !isKnown || size != buffer.size || styles.count > 30_000 || clusters.count > 100_000 {
      reset(to: buffer.size)
    }
    let numbers = buffer.styles.map { number(of: $0) }
    var spans: [ChangedSpan] = []
    for row in 0..<size.rows {
      if let columns = updateRow(row, from: buffer, styles: numbers) {
        spans.append(ChangedSpan(row: row, columns: columns))
      }
    }
    return spans
  }

  /// The cell the screen shows at a place inside the last frame.
  public func glyph(column: Int, row: Int) -> Glyph {
    let cell = cells[row * size.columns + column]
    var cluster = Cluster(base: cell.content)
    if cell.isCluster { cluster = clusters[Int(cell.content)] }
    return Glyph(
      base: cluster.base, marks: cluster.marks, width: Int(cell.width), style: Int(cell.style))
  }

  private mutating func reset(to size: Size) {
    self.size = size
    // No frame holds such a cell, so every cell of the next one differs.
    let unknown = Cell(content: .max, style: .max, width: 1, flags: .max)
    cells = Array(repeating: unknown, count: size.columns * size.rows)
    clusters.removeAll()
    clusterNumbers.removeAll()
    styles = [.plain]
    styleNumbers = [.plain: 0]
    isKnown = true
    generation += 1
  }

  private mutating func updateRow(
    _ row: Int, from buffer: CellBuffer, styles: [UInt16]
  ) -> Range<Int>? {
    let start = row * size.columns
    var first = size.columns
    var last = -1
    for column in 0..<size.columns {
      var cell = buffer.cells[start + column]
      cell.style = styles[Int(cell.style)]
      if cell.isCluster { cell.content = number(of: buffer.clusters[Int(cell.content)]) }
      let old = cells[start + column]
      if cell == old { continue }
      if first > column {
        // The left half of a wide cell that changes is part of the change.
        first = old.isContinuation || cell.isContinuation ? max(0, column - 1) : column
      }
      last = old.width == 2 || cell.width == 2 ? column + 1 : column
      cells[start + column] = cell
    }
    return last < 0 ? nil : first..<min(size.columns, last + 1)
  }

  private mutating func number(of style: Style) -> UInt16 {
    if let known = styleNumbers[style] { return known }
    guard styles.count < Int(UInt16.max) else { return 0 }
    styles.append(style)
    styleNumbers[style] = UInt16(styles.count - 1)
    return UInt16(styles.count - 1)
  }

  private mutating func number(of cluster: Cluster) -> UInt32 {
    if let known = clusterNumbers[cluster] { return known }
    clusters.append(cluster)
    clusterNumbers[cluster] = UInt32(clusters.count - 1)
    return UInt32(clusters.count - 1)
  }
}
