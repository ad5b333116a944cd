/// The visible part of a list and its selection, bound to an item's id and never to a row.
///
/// When items come or go, the selected item stays selected and stays on its row of the screen.
public struct ListWindow<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The selected item; nil only in an empty list.
  public private(set) var selection: ID?
  /// The index of the selected item when it was last looked up.
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
  public mutating func update(_ ids: some RandomAccessCollection<ID>, rows: Int) {}

  /// Moves the selection by a number of items and stops following.
  public mutating func move(by count: Int, in ids: some RandomAccessCollection<ID>, rows: Int) {}

  /// Moves by pages, less one item so that a known one stays; half a page with `half`.
  public mutating func page(
    by count: Int, half: Bool = false, in ids: some RandomAccessCollection<ID>, rows: Int
  ) {}

  /// Selects the first item and follows again if `following`.
  public mutating func selectFirst(
    in ids: some RandomAccessCollection<ID>, rows: Int, following: Bool = false
  ) {}

  /// Selects the last item.
  public mutating func selectLast(in ids: some RandomAccessCollection<ID>, rows: Int) {}

  /// Selects an item by its id; false when the list does not hold it.
  @discardableResult
  public mutating func select(
    _ id: ID, in ids: some RandomAccessCollection<ID>, rows: Int
  ) -> Bool { false }

  /// The indices to show.
  public func visible(count: Int, rows: Int) -> Range<Int> { 0..<0 }
}
