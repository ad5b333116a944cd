/// The visible part of a list and its selection, bound to an item's id and never to a row.
///
/// When items come or go, the selected item stays selected and stays on its row of the screen.
public struct ListWindow<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The selected item; nil only in an empty list.
  public private(set) var selection: ID?
  /// The index of the selected item when it was last looked up; it is also the number of items
  /// above it.
  public private(set) var index = 0
  /// The index of the first visible item.
  public private(set) var offset = 0
  /// True while the selection keeps to the first item as new ones arrive above it.
  public private(set) var follows: Bool

  /// Makes an empty window; one that follows starts at the newest end, the top.
  public init(follows: Bool = false) {
    self.follows = follows
  }

  /// Takes in the list as it is now, with so many rows to show it in.
  ///
  /// An item that is gone gives the selection to the one that took its place.
  public mutating func update(_ ids: some RandomAccessCollection<ID>, rows: Int) {
    guard !ids.isEmpty else {
      selection = nil
      (index, offset) = (0, 0)
      return
    }
    let screenRow = index - offset
    if follows || selection == nil {
      place(at: 0, in: ids)
    } else {
      place(at: find(in: ids) ?? index, in: ids)
    }
    offset = index - screenRow
    reveal(count: ids.count, rows: rows)
  }

  /// Moves the selection by a number of items and stops following.
  public mutating func move(by count: Int, in ids: some RandomAccessCollection<ID>, rows: Int) {
    update(ids, rows: rows)
    guard !ids.isEmpty else { return }
    follows = false
    let (sum, overflow) = index.addingReportingOverflow(count)
    place(at: overflow ? (count < 0 ? 0 : ids.count - 1) : sum, in: ids)
    reveal(count: ids.count, rows: rows)
  }

  /// Moves by pages, less one item so that a known one stays; by half pages with `half`.
  public mutating func page(
    by count: Int, half: Bool = false, in ids: some RandomAccessCollection<ID>, rows: Int
  ) {
    update(ids, rows: rows)
    guard !ids.isEmpty else { return }
    follows = false
    let step = count * max(1, half ? rows / 2 : rows - 1)
    offset += step
    place(at: index + step, in: ids)
    reveal(count: ids.count, rows: rows)
  }

  /// Selects the first item; with `following` it goes on to keep to the first one.
  public mutating func selectFirst(
    in ids: some RandomAccessCollection<ID>, rows: Int, following: Bool = false
  ) {
    move(by: .min, in: ids, rows: rows)
    follows = following
  }

  /// Selects the last item.
  public mutating func selectLast(in ids: some RandomAccessCollection<ID>, rows: Int) {
    move(by: .max, in: ids, rows: rows)
  }

  /// Selects an item by its id and stops following; false when the list does not hold it.
  @discardableResult
  public mutating func select(
    _ id: ID, in ids: some RandomAccessCollection<ID>, rows: Int
  ) -> Bool {
    var other = self
    other.selection = id
    guard let found = other.find(in: ids) else { return false }
    move(by: 0, in: ids, rows: rows)
    place(at: found, in: ids)
    reveal(count: ids.count, rows: rows)
    return true
  }

  /// Stops or starts keeping to the first item, without moving now.
  public mutating func setFollowing(_ value: Bool) {
    follows = value
  }

  /// The indices to show.
  public func visible(count: Int, rows: Int) -> Range<Int> {
    let first = min(offset, max(0, count - 1))
    return first..<max(first, min(count, first + max(0, rows)))
  }

  private mutating func place(at wanted: Int, in ids: some RandomAccessCollection<ID>) {
    index = min(max(0, wanted), ids.count - 1)
    selection = ids[ids.index(ids.startIndex, offsetBy: index)]
  }

  /// Looks for the selection near where it was: items mostly come and go by few.
  private func find(in ids: some RandomAccessCollection<ID>) -> Int? {
    guard let selection else { return nil }
    let count = ids.count
    func holds(_ candidate: Int) -> Bool {
      candidate >= 0 && candidate < count
        && ids[ids.index(ids.startIndex, offsetBy: candidate)] == selection
    }
    for distance in 0..<max(count, index + 1) {
      if holds(index + distance) { return index + distance }
      if holds(index - distance) { return index - distance }
    }
    return nil
  }

  /// Brings the selection into view: past an edge by half a page at once, since every row of a pane
  /// that scrolls is sent anew, and a held key would send a screenful a step.
  private mutating func reveal(count: Int, rows: Int) {
    let rows = max(1, rows)
    if index < offset { offset = index - rows / 2 }
    if index >= offset + rows { offset = index - (rows - 1) / 2 }
    offset = min(max(0, offset), max(0, count - rows))
  }
}
